CREATE TABLE `attention` (
	`itinerary_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`step` text,
	`code` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`cursor` text NOT NULL,
	`checked` integer NOT NULL,
	`repaired` integer NOT NULL,
	`rounds` integer NOT NULL,
	`ran_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`itinerary_id` text NOT NULL,
	`version` integer NOT NULL,
	`v` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`itinerary_id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `itineraries_by_trip` ON `itineraries` (`trip_id`);