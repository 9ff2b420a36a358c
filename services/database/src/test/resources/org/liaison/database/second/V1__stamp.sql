CREATE TABLE stamp (name text PRIMARY KEY REFERENCES letter);
