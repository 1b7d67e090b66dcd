CREATE TABLE `trip_itineraries` (
	`trip_id` text NOT NULL,
	`itinerary_id` text NOT NULL,
	`linked_at` text NOT NULL,
	PRIMARY KEY(`trip_id`, `itinerary_id`)
);
--> statement-breakpoint
CREATE TABLE `trips` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`version` integer NOT NULL,
	`facts` text NOT NULL,
	`sealed_title` text NOT NULL,
	`sealed_whereabouts` text NOT NULL,
	`members` text NOT NULL,
	`request_digest` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `trips_by_owner` ON `trips` (`owner_id`,`created_at`,`id`);