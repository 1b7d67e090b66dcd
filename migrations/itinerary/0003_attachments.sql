CREATE TABLE `attachments` (
	`trip_id` text NOT NULL,
	`id` text NOT NULL,
	`itinerary_id` text NOT NULL,
	`stop_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`sealed_text` text,
	`media_type` text,
	`bytes` integer NOT NULL,
	`has_thumbnail` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`missing_since` integer,
	PRIMARY KEY(`trip_id`, `id`)
);
