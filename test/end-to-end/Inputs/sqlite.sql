-- What Offstack runs through SQLite's shell, plain and boxed: every statement
-- gives the same rows wherever and whenever it runs.

.print == tables and indexes
PRAGMA page_size = 8192;
CREATE TABLE city (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  region TEXT CHECK (length(region) = 2),
  people INTEGER DEFAULT 0
);
CREATE TABLE road (
  a INTEGER REFERENCES city(id),
  b INTEGER REFERENCES city(id),
  km REAL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX road_km ON road (km DESC) WHERE km > 100;
CREATE VIEW big AS SELECT name, people FROM city WHERE people > 500;
CREATE TABLE log (what TEXT);
CREATE TRIGGER grown AFTER UPDATE OF people ON city
WHEN new.people > old.people
BEGIN
  INSERT INTO log VALUES (printf('%s +%d', new.name, new.people - old.people));
END;

WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
INSERT INTO city
SELECT i, printf('city-%03d', i), substr('nosoeawe', (i % 4) * 2 + 1, 2),
       (i * 7919) % 1009
FROM n;
INSERT INTO road
SELECT a.id, b.id, ((a.id * 31 + b.id * 17) % 400) + 0.5
FROM city a JOIN city b ON b.id IN (a.id + 1, a.id * 2, a.id + 37);
SELECT count(*), sum(people), round(avg(people), 3) FROM city;
SELECT count(*), round(total(km), 1) FROM road;
UPDATE city SET people = people + 10 WHERE id % 50 = 0;
SELECT group_concat(what, '; ') FROM log;
EXPLAIN QUERY PLAN SELECT * FROM road WHERE km > 300 ORDER BY km DESC;

.print == recursion
WITH RECURSIVE way(id, hops, km) AS (
  VALUES (1, 0, 0.0)
  UNION
  SELECT road.b, hops + 1, way.km + road.km
  FROM way JOIN road ON road.a = way.id
  WHERE hops < 7
)
SELECT id, min(hops), min(km) FROM way GROUP BY id ORDER BY 3 DESC, 1 LIMIT 8;
WITH RECURSIVE
  axis(v) AS (SELECT -8 UNION ALL SELECT v + 1 FROM axis WHERE v < 8),
  point(cx, cy, n, x, y) AS (
    SELECT a.v / 4.0 - 0.5, b.v / 6.0, 0, 0.0, 0.0 FROM axis a, axis b
    UNION ALL
    SELECT cx, cy, n + 1, x * x - y * y + cx, 2 * x * y + cy FROM point
    WHERE n < 20 AND x * x + y * y < 4
  ),
  depth(cx, cy, n) AS (SELECT cx, cy, max(n) FROM point GROUP BY cx, cy)
SELECT group_concat(substr(' .+*#', min(n / 4 + 1, 5), 1), '')
FROM (SELECT * FROM depth ORDER BY cy, cx) GROUP BY cy;

.print == aggregates and windows
SELECT region, count(*), min(name), max(people),
       count(*) FILTER (WHERE people > 900)
FROM city GROUP BY region HAVING count(*) > 10 ORDER BY region DESC;
SELECT name, region, people,
       rank() OVER byRegion AS place,
       sum(people) OVER (PARTITION BY region ORDER BY id
                         ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS near,
       lag(name, 1, '-') OVER (ORDER BY id) AS before,
       ntile(4) OVER (ORDER BY people) AS quarter
FROM city WHERE id <= 40
WINDOW byRegion AS (PARTITION BY region ORDER BY people DESC, id)
ORDER BY region, place, id LIMIT 14;

.print == sorts
CREATE TABLE pile AS
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
SELECT i, (i * 48271) % 2147483647 % 100003 AS k,
       printf('%08x-%s', (i * 69069 + 1) % 4294967296, hex(i)) AS t FROM n;
SELECT sum(a * (r % 97)) FROM (
  SELECT k AS a, row_number() OVER (ORDER BY t DESC, k) AS r FROM pile);
SELECT i, k, t FROM pile ORDER BY k, t LIMIT 5;
SELECT DISTINCT k % 7 FROM pile ORDER BY 1 DESC;
CREATE INDEX pile_t ON pile (t, k);
SELECT count(*) FROM pile WHERE t BETWEEN '40000000' AND '80000000';
SELECT k FROM pile WHERE i < 20 UNION SELECT people FROM city WHERE id < 20
EXCEPT SELECT 7919 ORDER BY 1 LIMIT 9;

.print == text
SELECT group_concat(name, ',') FROM city
WHERE name LIKE 'CITY-_7_' AND id < 300;
SELECT group_concat(name, ',') FROM city WHERE name GLOB 'city-*[05]5';
SELECT upper(hex('box')), instr('stack', 'a'), replace('a-b-c', '-', '+'),
       trim('  x '), quote('it''s'), unicode('é'), char(72, 105),
       substr('offstack', -5), printf('%+.3e|%08.3f|%-6s|%,d', 12345.678,
       3.14159, 'ab', 1234567);
SELECT length(replace(hex(zeroblob(5000)), '00', 'xyz'));
SELECT strftime('%Y-%m-%d %H:%M:%S', 86400 * 365.25 * 40, 'unixepoch'),
       julianday('2000-01-01 12:00'), date('2024-01-31', '+1 month');

.print == json
SELECT json_extract('{"a":[1,{"b":"two"},3.5]}', '$.a[1].b', '$.a[2]');
SELECT key, value, type, path FROM json_tree('{"x":{"y":[1,null,true]},"z":"w"}');
SELECT json_group_object(name, people) FROM big WHERE people > 1000;
SELECT json_set('{"a":1}', '$.b', json('[2,3]')), json_valid('{oops'),
       json_patch('{"a":1,"b":2}', '{"b":null,"c":3}');

.print == transactions
BEGIN;
DELETE FROM pile WHERE i > 30000;
SAVEPOINT half;
DELETE FROM city WHERE id > 200;
SELECT (SELECT count(*) FROM pile), (SELECT count(*) FROM city);
ROLLBACK TO half;
SELECT (SELECT count(*) FROM pile), (SELECT count(*) FROM city);
ROLLBACK;
SELECT (SELECT count(*) FROM pile), (SELECT count(*) FROM city);
INSERT INTO city (id, name) VALUES (1000, 'Atlantis')
ON CONFLICT DO NOTHING RETURNING id, name;
VACUUM;
PRAGMA integrity_check;

.print == errors
INSERT INTO city (name) VALUES ('CITY-007');
INSERT INTO city (name, region) VALUES ('nowhere', 'far');
SELECT * FROM missing;
SELECT 1 FROM;
SELECT abs(-9223372036854775808);
SELECT json_extract('{bad', '$');
WITH RECURSIVE deep(s) AS (VALUES ('(1)')
  UNION ALL SELECT '(' || s || ')' FROM deep WHERE length(s) < 3000)
SELECT max(length(s)) FROM deep;

.print == the shell's own
.mode box
SELECT id, name FROM city WHERE id < 4;
.mode quote
SELECT name, people, NULL, x'00ff' FROM city WHERE id = 5;
.mode list
.schema road
.parameter set :least 1005
SELECT name FROM city WHERE people > :least ORDER BY name;
.sha3sum
.dump log
.backup copy.db
.open copy.db
SELECT count(*) FROM pile;
SELECT raise_an_error();
