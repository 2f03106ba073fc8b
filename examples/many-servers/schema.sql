-- The allowlist that several servers share: the origins of customers' own pages.
CREATE TABLE customer_origin (
  origin text PRIMARY KEY,
  customer text NOT NULL
);

-- Tells every server that listens, once per statement, after it has been committed.
CREATE FUNCTION notify_customer_origin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY customer_origin;
  RETURN NULL;
END $$;

CREATE TRIGGER customer_origin_changed
  AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON customer_origin
  FOR EACH STATEMENT EXECUTE FUNCTION notify_customer_origin();
