CREATE TABLE `collaborators` (
	`itinerary_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`share_id` text NOT NULL,
	`sealed_name` text,
	`joined_at` integer NOT NULL,
	`expires_at` integer,
	PRIMARY KEY(`itinerary_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `share_links` (
	`itinerary_id` text NOT NULL,
	`id` text NOT NULL,
	`role` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	PRIMARY KEY(`itinerary_id`, `id`)
);
