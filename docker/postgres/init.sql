-- Runs once, as the server's owner, when the data volume is new: for each program a user and a database that nobody
-- else may enter. The passwords are read from files, so that none stands here, in the environment or in a log.

DO $$
DECLARE
  program text;
BEGIN
  FOREACH program IN ARRAY ARRAY['hub', 'gateway-xa', 'gateway-xb', 'gateway-xc'] LOOP
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', program,
      btrim(pg_read_file('/run/liaison/' || program || '.password'), E' \r\n\t'));
  END LOOP;
END
$$;

CREATE DATABASE "hub" OWNER "hub";
CREATE DATABASE "gateway-xa" OWNER "gateway-xa";
CREATE DATABASE "gateway-xb" OWNER "gateway-xb";
CREATE DATABASE "gateway-xc" OWNER "gateway-xc";

REVOKE ALL ON DATABASE "hub", "gateway-xa", "gateway-xb", "gateway-xc", postgres, template1 FROM PUBLIC;
