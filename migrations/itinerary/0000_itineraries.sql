CREATE TABLE `events` (
	`itinerary_id` text NOT NULL,
	`version` integer NOT NULL,
	`type` text NOT NULL,
	`v` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`cause` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`itinerary_id`, `version`),
	FOREIGN KEY (`itinerary_id`) REFERENCES `itineraries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `itineraries` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`trip_id` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`frame` text NOT NULL,
	`sealed_words` text,
	`failure` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`itinerary_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`lease_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reservations` (
	`user_id` text NOT NULL,
	`day` text NOT NULL,
	`itinerary_id` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`user_id`, `day`, `itinerary_id`)
);
