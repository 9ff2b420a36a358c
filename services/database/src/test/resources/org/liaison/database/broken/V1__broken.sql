CREATE TABLE no syntax;
