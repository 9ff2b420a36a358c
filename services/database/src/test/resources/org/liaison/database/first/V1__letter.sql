CREATE TABLE letter (name text PRIMARY KEY);
