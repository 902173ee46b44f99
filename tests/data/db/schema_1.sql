CREATE TABLE "acquaintance" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "from_contact" TEXT NOT NULL REFERENCES "contact"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "to_contact" TEXT NOT NULL REFERENCES "contact"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "since" TEXT CHECK("since" IS date("since",'+0 days')),
  "occasion" TEXT CHECK(length(trim("occasion")) BETWEEN 1 AND 1000),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||ifnull("occasion",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||ifnull("occasion",''), char(0)) = 0)
) STRICT;

CREATE TABLE "action_field" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "title" TEXT NOT NULL CHECK(length(trim("title")) BETWEEN 1 AND 300),
  "goal" TEXT NOT NULL DEFAULT '' CHECK(length("goal") <= 20000),
  "period" TEXT CHECK("period" IS NULL OR json_valid("period") AND json_type("period") = 'object'),
  "lead" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||"title"||ifnull("period",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||"title"||ifnull("period",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("goal") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("goal", char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace(ifnull("period",''),'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "action_field_needs" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "action_field"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "need"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "actor" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "verified_on" TEXT CHECK("verified_on" IS date("verified_on",'+0 days')),
  "verified_by" TEXT CHECK(length(trim("verified_by")) BETWEEN 1 AND 300),
  "name" TEXT NOT NULL CHECK(length(trim("name")) BETWEEN 1 AND 300),
  "description" TEXT NOT NULL DEFAULT '' CHECK(length("description") <= 20000),
  "short" TEXT CHECK(length(trim("short")) BETWEEN 1 AND 300),
  "aliases" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("aliases") AND json_type("aliases") = 'array'),
  "kind" TEXT CHECK("kind" <> '' AND "kind" NOT GLOB '*[^a-z0-9_.-]*'),
  "parent" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "umbrella" TEXT CHECK(length(trim("umbrella")) BETWEEN 1 AND 300),
  "fields_of_work" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("fields_of_work") AND json_type("fields_of_work") = 'array'),
  "area" TEXT REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "location" TEXT REFERENCES "location"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "address_protected" INTEGER NOT NULL DEFAULT 0 CHECK("address_protected" IN (0,1)),
  "phones" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("phones") AND json_type("phones") = 'array'),
  "mail" TEXT CHECK(length(trim("mail")) BETWEEN 1 AND 320),
  "web" TEXT CHECK(length(trim("web")) BETWEEN 1 AND 2000),
  "opening_slots" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("opening_slots") AND json_type("opening_slots") = 'array'),
  "opening_text" TEXT CHECK(length(trim("opening_text")) BETWEEN 1 AND 20000),
  "languages" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("languages") AND json_type("languages") = 'array'),
  "accessibility" TEXT NOT NULL CHECK("accessibility" <> '' AND "accessibility" NOT GLOB '*[^a-z0-9_.-]*'),
  "recipient_kind" TEXT CHECK(length(trim("recipient_kind")) BETWEEN 1 AND 300),
  "status" TEXT NOT NULL CHECK("status" <> '' AND "status" NOT GLOB '*[^a-z0-9_.-]*'),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||ifnull("verified_by",'')||"name"||ifnull("short",'')||"aliases"||ifnull("umbrella",'')||"fields_of_work"||"phones"||ifnull("mail",'')||ifnull("web",'')||"opening_slots"||"languages"||ifnull("recipient_kind",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||ifnull("verified_by",'')||"name"||ifnull("short",'')||"aliases"||ifnull("umbrella",'')||"fields_of_work"||"phones"||ifnull("mail",'')||ifnull("web",'')||"opening_slots"||"languages"||ifnull("recipient_kind",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("description"||ifnull("opening_text",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("description"||ifnull("opening_text",''), char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("aliases"||"fields_of_work"||"phones"||"opening_slots"||"languages",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "actor_responsible_for" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "agenda_item" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "meeting" TEXT NOT NULL REFERENCES "meeting"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "no" INTEGER NOT NULL CHECK("no" BETWEEN -1000000 AND 1000000),
  "title" TEXT NOT NULL CHECK(length(trim("title")) BETWEEN 1 AND 300),
  "kind" TEXT NOT NULL CHECK("kind" <> '' AND "kind" NOT GLOB '*[^a-z0-9_.-]*'),
  "text" TEXT NOT NULL DEFAULT '' CHECK(length("text") <= 20000),
  "result" TEXT NOT NULL DEFAULT '' CHECK(length("result") <= 20000),
  "carry_over" INTEGER NOT NULL DEFAULT 1 CHECK("carry_over" IN (0,1)),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||"title") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||"title", char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("text"||"result") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("text"||"result", char(0)) = 0)
) STRICT;

CREATE TABLE "agenda_item_links" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "agenda_item"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL CHECK("target" GLOB '????????-????-7???-[89ab]???-????????????' AND "target" NOT GLOB '*[^0-9a-f-]*'),
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "area" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "name" TEXT NOT NULL CHECK(length(trim("name")) BETWEEN 1 AND 300),
  "type" TEXT NOT NULL CHECK("type" <> '' AND "type" NOT GLOB '*[^a-z0-9_.-]*'),
  "parent" TEXT REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "aliases" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("aliases") AND json_type("aliases") = 'array'),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||"name"||"aliases") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||"name"||"aliases", char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("aliases",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "area_borders" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "attendance" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "meeting" TEXT NOT NULL REFERENCES "meeting"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "contact" TEXT REFERENCES "contact"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "actor" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "presence" TEXT NOT NULL CHECK("presence" <> '' AND "presence" NOT GLOB '*[^a-z0-9_.-]*'),
  "roles" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("roles") AND json_type("roles") = 'array'),
  "first_time" INTEGER NOT NULL DEFAULT 0 CHECK("first_time" IN (0,1)),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||"roles") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||"roles", char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("roles",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "chain_link" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "chain" TEXT NOT NULL REFERENCES "service_chain"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER NOT NULL CHECK("position" BETWEEN -1000000 AND 1000000),
  "actor" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "offer" TEXT REFERENCES "offer"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "contribution" TEXT NOT NULL DEFAULT '' CHECK(length("contribution") <= 20000),
  "agreed" INTEGER NOT NULL DEFAULT 0 CHECK("agreed" IN (0,1)),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("contribution") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("contribution", char(0)) = 0)
) STRICT;

CREATE TABLE "communication" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "need" TEXT NOT NULL REFERENCES "need"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "recipient" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "sent_on" TEXT NOT NULL CHECK("sent_on" IS date("sent_on",'+0 days')),
  "channel" TEXT NOT NULL CHECK("channel" <> '' AND "channel" NOT GLOB '*[^a-z0-9_.-]*'),
  "by" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "summary" TEXT NOT NULL DEFAULT '' CHECK(length("summary") <= 20000),
  "answer" TEXT NOT NULL CHECK("answer" <> '' AND "answer" NOT GLOB '*[^a-z0-9_.-]*'),
  "answered_on" TEXT CHECK("answered_on" IS date("answered_on",'+0 days')),
  "resubmit_on" TEXT CHECK("resubmit_on" IS date("resubmit_on",'+0 days')),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("summary") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("summary", char(0)) = 0)
) STRICT;

CREATE TABLE "contact" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "verified_on" TEXT CHECK("verified_on" IS date("verified_on",'+0 days')),
  "verified_by" TEXT CHECK(length(trim("verified_by")) BETWEEN 1 AND 300),
  "name" TEXT NOT NULL CHECK(length(trim("name")) BETWEEN 1 AND 300),
  "employer" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT CHECK(length(trim("title")) BETWEEN 1 AND 1000),
  "department" TEXT CHECK(length(trim("department")) BETWEEN 1 AND 1000),
  "phones" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("phones") AND json_type("phones") = 'array'),
  "mail" TEXT CHECK(length(trim("mail")) BETWEEN 1 AND 320),
  "reachable" TEXT CHECK(length(trim("reachable")) BETWEEN 1 AND 20000),
  "languages" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("languages") AND json_type("languages") = 'array'),
  "deputy" TEXT REFERENCES "contact"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "valid_until" TEXT CHECK("valid_until" IS date("valid_until",'+0 days')),
  "consent" TEXT CHECK("consent" IS NULL OR json_valid("consent") AND json_type("consent") = 'object'),
  "informed_on" TEXT CHECK("informed_on" IS date("informed_on",'+0 days')),
  "restricted" INTEGER NOT NULL DEFAULT 0 CHECK("restricted" IN (0,1)),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||ifnull("verified_by",'')||"name"||ifnull("title",'')||ifnull("department",'')||"phones"||ifnull("mail",'')||"languages"||ifnull("consent",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||ifnull("verified_by",'')||"name"||ifnull("title",'')||ifnull("department",'')||"phones"||ifnull("mail",'')||"languages"||ifnull("consent",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK((ifnull("reachable",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("reachable",''), char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("phones"||"languages"||ifnull("consent",''),'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "contact_role" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "contact" TEXT NOT NULL REFERENCES "contact"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "actor" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "offer" TEXT REFERENCES "offer"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "need" TEXT REFERENCES "need"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "network" TEXT REFERENCES "network"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "responsibility" TEXT CHECK(length(trim("responsibility")) BETWEEN 1 AND 20000),
  "is_main" INTEGER NOT NULL DEFAULT 0 CHECK("is_main" IN (0,1)),
  "since" TEXT CHECK("since" IS date("since",'+0 days')),
  "until" TEXT CHECK("until" IS date("until",'+0 days')),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK((ifnull("responsibility",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("responsibility",''), char(0)) = 0)
) STRICT;

CREATE TABLE "cur" (tx INTEGER NOT NULL) STRICT;

CREATE TABLE "decision" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "meeting" TEXT NOT NULL REFERENCES "meeting"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL CHECK(length(trim("text")) BETWEEN 1 AND 20000),
  "item" TEXT REFERENCES "agenda_item"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("text") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("text", char(0)) = 0)
) STRICT;

CREATE TABLE "decision_links" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "decision"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL CHECK("target" GLOB '????????-????-7???-[89ab]???-????????????' AND "target" NOT GLOB '*[^0-9a-f-]*'),
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "erased" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "hash" TEXT NOT NULL UNIQUE CHECK("hash" NOT GLOB '*[^0-9a-f]*'),
  "at" TEXT NOT NULL CHECK("at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z')
) STRICT;

CREATE TABLE "export_log" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "at" TEXT NOT NULL CHECK("at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "who" TEXT NOT NULL CHECK(length("who") BETWEEN 1 AND 200),
  "format" TEXT NOT NULL CHECK("format" <> '' AND "format" NOT GLOB '*[^a-z0-9_.-]*'),
  "scope" TEXT CHECK(length(trim("scope")) BETWEEN 1 AND 1000),
  "level" TEXT NOT NULL CHECK("level" <> '' AND "level" NOT GLOB '*[^a-z0-9_.-]*'),
  "records" INTEGER NOT NULL CHECK("records" BETWEEN 0 AND 2000000000),
  "purpose" TEXT NOT NULL CHECK(length(trim("purpose")) BETWEEN 1 AND 1000),
  "recipient" TEXT CHECK(length(trim("recipient")) BETWEEN 1 AND 1000),
  CONSTRAINT plain_lines CHECK(("who"||ifnull("scope",'')||"purpose"||ifnull("recipient",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("who"||ifnull("scope",'')||"purpose"||ifnull("recipient",''), char(0)) = 0)
) STRICT;

CREATE TABLE "feedback" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "observation" TEXT NOT NULL REFERENCES "observation"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "actor" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK("kind" <> '' AND "kind" NOT GLOB '*[^a-z0-9_.-]*'),
  "given_on" TEXT NOT NULL CHECK("given_on" IS date("given_on",'+0 days')),
  "perspective" TEXT CHECK("perspective" <> '' AND "perspective" NOT GLOB '*[^a-z0-9_.-]*'),
  "note" TEXT CHECK(length(trim("note")) BETWEEN 1 AND 20000),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK((ifnull("note",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("note",''), char(0)) = 0)
) STRICT;

CREATE TABLE "handover" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "from_link" TEXT NOT NULL REFERENCES "chain_link"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "to_link" TEXT NOT NULL REFERENCES "chain_link"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "when" TEXT CHECK(length(trim("when")) BETWEEN 1 AND 20000),
  "how" TEXT CHECK(length(trim("how")) BETWEEN 1 AND 20000),
  "responsible" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "agreed" INTEGER NOT NULL DEFAULT 0 CHECK("agreed" IN (0,1)),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK((ifnull("when",'')||ifnull("how",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("when",'')||ifnull("how",''), char(0)) = 0)
) STRICT;

CREATE INDEX "ix_acquaintance_dead" ON "acquaintance"(uid) WHERE dead = 1;

CREATE INDEX "ix_acquaintance_from_contact" ON "acquaintance"("from_contact");

CREATE INDEX "ix_acquaintance_owner" ON "acquaintance"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_acquaintance_to_contact" ON "acquaintance"("to_contact");

CREATE INDEX "ix_action_field_dead" ON "action_field"(uid) WHERE dead = 1;

CREATE INDEX "ix_action_field_lead" ON "action_field"("lead") WHERE "lead" IS NOT NULL;

CREATE INDEX "ix_action_field_needs_target" ON "action_field_needs"("target");

CREATE INDEX "ix_action_field_owner" ON "action_field"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_actor_area" ON "actor"("area") WHERE "area" IS NOT NULL;

CREATE INDEX "ix_actor_dead" ON "actor"(uid) WHERE dead = 1;

CREATE INDEX "ix_actor_location" ON "actor"("location") WHERE "location" IS NOT NULL;

CREATE INDEX "ix_actor_owner" ON "actor"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_actor_parent" ON "actor"("parent") WHERE "parent" IS NOT NULL;

CREATE INDEX "ix_actor_responsible_for_target" ON "actor_responsible_for"("target");

CREATE INDEX "ix_agenda_item_dead" ON "agenda_item"(uid) WHERE dead = 1;

CREATE INDEX "ix_agenda_item_meeting" ON "agenda_item"("meeting");

CREATE INDEX "ix_agenda_item_owner" ON "agenda_item"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_area_borders_target" ON "area_borders"("target");

CREATE INDEX "ix_area_dead" ON "area"(uid) WHERE dead = 1;

CREATE INDEX "ix_area_owner" ON "area"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_area_parent" ON "area"("parent") WHERE "parent" IS NOT NULL;

CREATE INDEX "ix_attendance_actor" ON "attendance"("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "ix_attendance_contact" ON "attendance"("contact") WHERE "contact" IS NOT NULL;

CREATE INDEX "ix_attendance_dead" ON "attendance"(uid) WHERE dead = 1;

CREATE INDEX "ix_attendance_meeting" ON "attendance"("meeting");

CREATE INDEX "ix_attendance_owner" ON "attendance"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_chain_link_actor" ON "chain_link"("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "ix_chain_link_chain" ON "chain_link"("chain");

CREATE INDEX "ix_chain_link_dead" ON "chain_link"(uid) WHERE dead = 1;

CREATE INDEX "ix_chain_link_offer" ON "chain_link"("offer") WHERE "offer" IS NOT NULL;

CREATE INDEX "ix_chain_link_owner" ON "chain_link"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_communication_by" ON "communication"("by") WHERE "by" IS NOT NULL;

CREATE INDEX "ix_communication_dead" ON "communication"(uid) WHERE dead = 1;

CREATE INDEX "ix_communication_need" ON "communication"("need");

CREATE INDEX "ix_communication_owner" ON "communication"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_communication_recipient" ON "communication"("recipient");

CREATE INDEX "ix_contact_dead" ON "contact"(uid) WHERE dead = 1;

CREATE INDEX "ix_contact_deputy" ON "contact"("deputy") WHERE "deputy" IS NOT NULL;

CREATE INDEX "ix_contact_employer" ON "contact"("employer") WHERE "employer" IS NOT NULL;

CREATE INDEX "ix_contact_owner" ON "contact"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_contact_role_actor" ON "contact_role"("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "ix_contact_role_contact" ON "contact_role"("contact");

CREATE INDEX "ix_contact_role_dead" ON "contact_role"(uid) WHERE dead = 1;

CREATE INDEX "ix_contact_role_need" ON "contact_role"("need") WHERE "need" IS NOT NULL;

CREATE INDEX "ix_contact_role_network" ON "contact_role"("network") WHERE "network" IS NOT NULL;

CREATE INDEX "ix_contact_role_offer" ON "contact_role"("offer") WHERE "offer" IS NOT NULL;

CREATE INDEX "ix_contact_role_owner" ON "contact_role"("owner") WHERE "owner" IS NOT NULL;

CREATE UNIQUE INDEX "ix_cur_one" ON "cur"((1));

CREATE INDEX "ix_decision_dead" ON "decision"(uid) WHERE dead = 1;

CREATE INDEX "ix_decision_item" ON "decision"("item") WHERE "item" IS NOT NULL;

CREATE INDEX "ix_decision_meeting" ON "decision"("meeting");

CREATE INDEX "ix_decision_owner" ON "decision"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_feedback_actor" ON "feedback"("actor");

CREATE UNIQUE INDEX "ix_feedback_current" ON "feedback"("observation","actor") WHERE dead = 0;

CREATE INDEX "ix_feedback_dead" ON "feedback"(uid) WHERE dead = 1;

CREATE INDEX "ix_feedback_observation" ON "feedback"("observation");

CREATE INDEX "ix_feedback_owner" ON "feedback"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_handover_dead" ON "handover"(uid) WHERE dead = 1;

CREATE INDEX "ix_handover_from_link" ON "handover"("from_link");

CREATE INDEX "ix_handover_owner" ON "handover"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_handover_responsible" ON "handover"("responsible") WHERE "responsible" IS NOT NULL;

CREATE INDEX "ix_handover_to_link" ON "handover"("to_link");

CREATE INDEX "ix_location_actor" ON "location"("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "ix_location_area" ON "location"("area") WHERE "area" IS NOT NULL;

CREATE INDEX "ix_location_dead" ON "location"(uid) WHERE dead = 1;

CREATE INDEX "ix_location_owner" ON "location"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_log_tx" ON "log"("tx", "tbl", "row");

CREATE INDEX "ix_log_uid" ON "log"("uid") WHERE "uid" IS NOT NULL;

CREATE INDEX "ix_meeting_chair" ON "meeting"("chair") WHERE "chair" IS NOT NULL;

CREATE INDEX "ix_meeting_dead" ON "meeting"(uid) WHERE dead = 1;

CREATE INDEX "ix_meeting_host" ON "meeting"("host") WHERE "host" IS NOT NULL;

CREATE INDEX "ix_meeting_minutes_by" ON "meeting"("minutes_by") WHERE "minutes_by" IS NOT NULL;

CREATE INDEX "ix_meeting_network" ON "meeting"("network");

CREATE INDEX "ix_meeting_owner" ON "meeting"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_meeting_place" ON "meeting"("place") WHERE "place" IS NOT NULL;

CREATE INDEX "ix_membership_actor" ON "membership"("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "ix_membership_contact" ON "membership"("contact") WHERE "contact" IS NOT NULL;

CREATE INDEX "ix_membership_dead" ON "membership"(uid) WHERE dead = 1;

CREATE INDEX "ix_membership_network" ON "membership"("network");

CREATE INDEX "ix_membership_owner" ON "membership"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_need_area" ON "need"("area") WHERE "area" IS NOT NULL;

CREATE INDEX "ix_need_cover_dead" ON "need_cover"(uid) WHERE dead = 1;

CREATE INDEX "ix_need_cover_need" ON "need_cover"("need");

CREATE INDEX "ix_need_cover_offer" ON "need_cover"("offer");

CREATE INDEX "ix_need_cover_owner" ON "need_cover"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_need_dead" ON "need"(uid) WHERE dead = 1;

CREATE INDEX "ix_need_lead" ON "need"("lead") WHERE "lead" IS NOT NULL;

CREATE INDEX "ix_need_observations_target" ON "need_observations"("target");

CREATE INDEX "ix_need_owner" ON "need"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_network_areas_target" ON "network_areas"("target");

CREATE INDEX "ix_network_dead" ON "network"(uid) WHERE dead = 1;

CREATE INDEX "ix_network_owner" ON "network"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_note_source" ON "note"("source") WHERE "source" IS NOT NULL;

CREATE INDEX "ix_note_uid" ON "note"("uid");

CREATE INDEX "ix_observation_actor" ON "observation"("actor");

CREATE INDEX "ix_observation_area" ON "observation"("area") WHERE "area" IS NOT NULL;

CREATE INDEX "ix_observation_dead" ON "observation"(uid) WHERE dead = 1;

CREATE INDEX "ix_observation_owner" ON "observation"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_offer_area" ON "offer"("area") WHERE "area" IS NOT NULL;

CREATE INDEX "ix_offer_catchment_target" ON "offer_catchment"("target");

CREATE INDEX "ix_offer_dead" ON "offer"(uid) WHERE dead = 1;

CREATE INDEX "ix_offer_lead" ON "offer"("lead");

CREATE INDEX "ix_offer_offer_kind" ON "offer"("offer_kind");

CREATE INDEX "ix_offer_origin" ON "offer"("origin") WHERE "origin" IS NOT NULL;

CREATE INDEX "ix_offer_owner" ON "offer"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_offer_partners_target" ON "offer_partners"("target");

CREATE INDEX "ix_offer_venues_target" ON "offer_venues"("target");

CREATE INDEX "ix_pathway_dead" ON "pathway"(uid) WHERE dead = 1;

CREATE INDEX "ix_pathway_from_actor" ON "pathway"("from_actor");

CREATE INDEX "ix_pathway_owner" ON "pathway"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_pathway_to_actor" ON "pathway"("to_actor");

CREATE INDEX "ix_project_dead" ON "project"(uid) WHERE dead = 1;

CREATE INDEX "ix_project_lead" ON "project"("lead") WHERE "lead" IS NOT NULL;

CREATE INDEX "ix_project_needs_target" ON "project_needs"("target");

CREATE INDEX "ix_project_owner" ON "project"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_project_partners_target" ON "project_partners"("target");

CREATE INDEX "ix_rating_actor" ON "rating"("actor") WHERE "actor" IS NOT NULL;

CREATE INDEX "ix_rating_dead" ON "rating"(uid) WHERE dead = 1;

CREATE INDEX "ix_rating_need" ON "rating"("need");

CREATE INDEX "ix_rating_owner" ON "rating"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_rating_round" ON "rating"("round") WHERE "round" IS NOT NULL;

CREATE INDEX "ix_rating_round_dead" ON "rating_round"(uid) WHERE dead = 1;

CREATE INDEX "ix_rating_round_dots_target" ON "rating_round_dots"("target");

CREATE INDEX "ix_rating_round_meeting" ON "rating_round"("meeting") WHERE "meeting" IS NOT NULL;

CREATE INDEX "ix_rating_round_owner" ON "rating_round"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_review_by_target" ON "review_by"("target");

CREATE INDEX "ix_review_dead" ON "review"(uid) WHERE dead = 1;

CREATE INDEX "ix_review_meeting" ON "review"("meeting") WHERE "meeting" IS NOT NULL;

CREATE INDEX "ix_review_offer_a" ON "review"("offer_a") WHERE "offer_a" IS NOT NULL;

CREATE INDEX "ix_review_offer_b" ON "review"("offer_b") WHERE "offer_b" IS NOT NULL;

CREATE INDEX "ix_review_owner" ON "review"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_service_chain_dead" ON "service_chain"(uid) WHERE dead = 1;

CREATE INDEX "ix_service_chain_need" ON "service_chain"("need") WHERE "need" IS NOT NULL;

CREATE INDEX "ix_service_chain_owner" ON "service_chain"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_source_record_uid" ON "source_record"("uid");

CREATE INDEX "ix_suggestion_about" ON "suggestion"("about");

CREATE INDEX "ix_task_dead" ON "task"(uid) WHERE dead = 1;

CREATE INDEX "ix_task_owner" ON "task"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_task_responsible" ON "task"("responsible") WHERE "responsible" IS NOT NULL;

CREATE INDEX "ix_tie_report_dead" ON "tie_report"(uid) WHERE dead = 1;

CREATE INDEX "ix_tie_report_from_actor" ON "tie_report"("from_actor");

CREATE INDEX "ix_tie_report_owner" ON "tie_report"("owner") WHERE "owner" IS NOT NULL;

CREATE INDEX "ix_tie_report_to_actor" ON "tie_report"("to_actor");

CREATE INDEX "ix_tx_undoes" ON "tx"("undoes") WHERE "undoes" IS NOT NULL;

CREATE TABLE "location" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "verified_on" TEXT CHECK("verified_on" IS date("verified_on",'+0 days')),
  "verified_by" TEXT CHECK(length(trim("verified_by")) BETWEEN 1 AND 300),
  "name" TEXT NOT NULL DEFAULT '' CHECK(length("name") <= 300),
  "actor" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "description" TEXT NOT NULL DEFAULT '' CHECK(length("description") <= 20000),
  "aliases" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("aliases") AND json_type("aliases") = 'array'),
  "street" TEXT CHECK(length(trim("street")) BETWEEN 1 AND 1000),
  "room" TEXT CHECK(length(trim("room")) BETWEEN 1 AND 1000),
  "postal_code" TEXT CHECK(length(trim("postal_code")) BETWEEN 1 AND 60),
  "city" TEXT CHECK(length(trim("city")) BETWEEN 1 AND 300),
  "state" TEXT CHECK(length(trim("state")) BETWEEN 1 AND 300),
  "country" TEXT CHECK(length(trim("country")) BETWEEN 1 AND 300),
  "latitude" REAL CHECK("latitude" BETWEEN -90 AND 90),
  "longitude" REAL CHECK("longitude" BETWEEN -180 AND 180),
  "transportation" TEXT CHECK(length(trim("transportation")) BETWEEN 1 AND 20000),
  "area" TEXT REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "phones" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("phones") AND json_type("phones") = 'array'),
  "opening_slots" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("opening_slots") AND json_type("opening_slots") = 'array'),
  "opening_text" TEXT CHECK(length(trim("opening_text")) BETWEEN 1 AND 20000),
  "languages" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("languages") AND json_type("languages") = 'array'),
  "accessibility" TEXT NOT NULL CHECK("accessibility" <> '' AND "accessibility" NOT GLOB '*[^a-z0-9_.-]*'),
  "accessibility_text" TEXT CHECK(length(trim("accessibility_text")) BETWEEN 1 AND 20000),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||ifnull("verified_by",'')||"name"||"aliases"||ifnull("street",'')||ifnull("room",'')||ifnull("postal_code",'')||ifnull("city",'')||ifnull("state",'')||ifnull("country",'')||"phones"||"opening_slots"||"languages") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||ifnull("verified_by",'')||"name"||"aliases"||ifnull("street",'')||ifnull("room",'')||ifnull("postal_code",'')||ifnull("city",'')||ifnull("state",'')||ifnull("country",'')||"phones"||"opening_slots"||"languages", char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("description"||ifnull("transportation",'')||ifnull("opening_text",'')||ifnull("accessibility_text",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("description"||ifnull("transportation",'')||ifnull("opening_text",'')||ifnull("accessibility_text",''), char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("aliases"||"phones"||"opening_slots"||"languages",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "log" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "tx" INTEGER NOT NULL REFERENCES "tx"(id) ON DELETE RESTRICT,
  "tbl" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "op" TEXT NOT NULL CHECK("op" IN ('insert','update','delete')),
  "uid" TEXT,
  "old" TEXT,
  "new" TEXT
) STRICT;

CREATE TABLE "meeting" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "network" TEXT NOT NULL REFERENCES "network"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "held_on" TEXT NOT NULL CHECK("held_on" IS date("held_on",'+0 days')),
  "kind" TEXT NOT NULL CHECK("kind" <> '' AND "kind" NOT GLOB '*[^a-z0-9_.-]*'),
  "start" INTEGER CHECK("start" BETWEEN 0 AND 1440),
  "end" INTEGER CHECK("end" BETWEEN 0 AND 1440),
  "place" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "host" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "chair" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "minutes_by" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "next_on" TEXT CHECK("next_on" IS date("next_on",'+0 days')),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0)
) STRICT;

CREATE TABLE "membership" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "network" TEXT NOT NULL REFERENCES "network"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "actor" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "contact" TEXT REFERENCES "contact"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "roles" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("roles") AND json_type("roles") = 'array'),
  "member_kind" TEXT CHECK(length(trim("member_kind")) BETWEEN 1 AND 300),
  "since" TEXT CHECK("since" IS date("since",'+0 days')),
  "until" TEXT CHECK("until" IS date("until",'+0 days')),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||"roles"||ifnull("member_kind",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||"roles"||ifnull("member_kind",''), char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("roles",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "need" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "title" TEXT NOT NULL CHECK(length(trim("title")) BETWEEN 1 AND 300),
  "description" TEXT NOT NULL DEFAULT '' CHECK(length("description") <= 20000),
  "figures" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("figures") AND json_type("figures") = 'array'),
  "perspectives" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("perspectives") AND json_type("perspectives") = 'array'),
  "gap_kind" TEXT CHECK("gap_kind" <> '' AND "gap_kind" NOT GLOB '*[^a-z0-9_.-]*'),
  "target_groups" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("target_groups") AND json_type("target_groups") = 'array'),
  "offer_kind" TEXT CHECK("offer_kind" <> '' AND "offer_kind" NOT GLOB '*[^a-z0-9_.-]*'),
  "topic" TEXT CHECK("topic" <> '' AND "topic" NOT GLOB '*[^a-z0-9_.-]*'),
  "area" TEXT REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "slots" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("slots") AND json_type("slots") = 'array'),
  "places_needed" INTEGER CHECK("places_needed" BETWEEN 0 AND 1000000),
  "route" TEXT CHECK("route" <> '' AND "route" NOT GLOB '*[^a-z0-9_.-]*'),
  "lead" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "resubmit_on" TEXT CHECK("resubmit_on" IS date("resubmit_on",'+0 days')),
  "reason" TEXT CHECK(length(trim("reason")) BETWEEN 1 AND 20000),
  "state" TEXT NOT NULL CHECK("state" <> '' AND "state" NOT GLOB '*[^a-z0-9_.-]*'),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||"title"||"figures"||"perspectives"||"target_groups"||"slots") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||"title"||"figures"||"perspectives"||"target_groups"||"slots", char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("description"||ifnull("reason",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("description"||ifnull("reason",''), char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("figures"||"perspectives"||"target_groups"||"slots",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "need_cover" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "need" TEXT NOT NULL REFERENCES "need"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "offer" TEXT NOT NULL REFERENCES "offer"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "fully" INTEGER NOT NULL DEFAULT 0 CHECK("fully" IN (0,1)),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0)
) STRICT;

CREATE TABLE "need_observations" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "need"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "observation"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "network" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "name" TEXT NOT NULL CHECK(length(trim("name")) BETWEEN 1 AND 300),
  "kind" TEXT CHECK(length(trim("kind")) BETWEEN 1 AND 300),
  "is_own" INTEGER NOT NULL DEFAULT 0 CHECK("is_own" IN (0,1)),
  "scope" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("scope") AND json_type("scope") = 'array'),
  "rhythm" TEXT CHECK(length(trim("rhythm")) BETWEEN 1 AND 1000),
  "weekday_time" TEXT CHECK(length(trim("weekday_time")) BETWEEN 1 AND 1000),
  "place_rule" TEXT CHECK(length(trim("place_rule")) BETWEEN 1 AND 20000),
  "chair_rule" TEXT CHECK(length(trim("chair_rule")) BETWEEN 1 AND 20000),
  "minutes_rule" TEXT CHECK(length(trim("minutes_rule")) BETWEEN 1 AND 20000),
  "invitation_days" INTEGER NOT NULL CHECK("invitation_days" BETWEEN 0 AND 3650),
  "confirmations_min" INTEGER NOT NULL CHECK("confirmations_min" BETWEEN 0 AND 1000),
  "stages_used" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("stages_used") AND json_type("stages_used") = 'array'),
  "last_exchange" TEXT CHECK("last_exchange" IS date("last_exchange",'+0 days')),
  "responsible_body" TEXT CHECK(length(trim("responsible_body")) BETWEEN 1 AND 1000),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||"name"||ifnull("kind",'')||"scope"||ifnull("rhythm",'')||ifnull("weekday_time",'')||"stages_used"||ifnull("responsible_body",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||"name"||ifnull("kind",'')||"scope"||ifnull("rhythm",'')||ifnull("weekday_time",'')||"stages_used"||ifnull("responsible_body",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK((ifnull("place_rule",'')||ifnull("chair_rule",'')||ifnull("minutes_rule",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("place_rule",'')||ifnull("chair_rule",'')||ifnull("minutes_rule",''), char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("scope"||"stages_used",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "network_areas" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "network"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "note" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source" INTEGER REFERENCES "source"(id) ON DELETE RESTRICT,
  "field" TEXT NOT NULL CHECK(length("field") BETWEEN 1 AND 1000),
  "text" TEXT NOT NULL CHECK(length("text") BETWEEN 1 AND 100000),
  CONSTRAINT plain_lines CHECK(("field") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("field", char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("text") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("text", char(0)) = 0)
) STRICT;

CREATE TABLE "observation" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "verified_on" TEXT CHECK("verified_on" IS date("verified_on",'+0 days')),
  "verified_by" TEXT CHECK(length(trim("verified_by")) BETWEEN 1 AND 300),
  "title" TEXT NOT NULL CHECK(length(trim("title")) BETWEEN 1 AND 300),
  "observed_on" TEXT NOT NULL CHECK("observed_on" IS date("observed_on",'+0 days')),
  "actor" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL DEFAULT '' CHECK(length("text") <= 20000),
  "perspectives" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("perspectives") AND json_type("perspectives") = 'array'),
  "extent" TEXT NOT NULL CHECK("extent" <> '' AND "extent" NOT GLOB '*[^a-z0-9_.-]*'),
  "kind" TEXT NOT NULL CHECK("kind" <> '' AND "kind" NOT GLOB '*[^a-z0-9_.-]*'),
  "target_groups" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("target_groups") AND json_type("target_groups") = 'array'),
  "offer_kind" TEXT CHECK("offer_kind" <> '' AND "offer_kind" NOT GLOB '*[^a-z0-9_.-]*'),
  "topic" TEXT CHECK("topic" <> '' AND "topic" NOT GLOB '*[^a-z0-9_.-]*'),
  "area" TEXT REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "slots" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("slots") AND json_type("slots") = 'array'),
  "asked_until" TEXT CHECK("asked_until" IS date("asked_until",'+0 days')),
  "state" TEXT NOT NULL CHECK("state" <> '' AND "state" NOT GLOB '*[^a-z0-9_.-]*'),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||ifnull("verified_by",'')||"title"||"perspectives"||"target_groups"||"slots") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||ifnull("verified_by",'')||"title"||"perspectives"||"target_groups"||"slots", char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("text") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("text", char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("perspectives"||"target_groups"||"slots",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "offer" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "verified_on" TEXT CHECK("verified_on" IS date("verified_on",'+0 days')),
  "verified_by" TEXT CHECK(length(trim("verified_by")) BETWEEN 1 AND 300),
  "title" TEXT NOT NULL CHECK(length(trim("title")) BETWEEN 1 AND 300),
  "lead" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "description" TEXT NOT NULL DEFAULT '' CHECK(length("description") <= 20000),
  "aliases" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("aliases") AND json_type("aliases") = 'array'),
  "funded_by" TEXT CHECK(length(trim("funded_by")) BETWEEN 1 AND 1000),
  "offer_kind" TEXT CHECK("offer_kind" <> '' AND "offer_kind" NOT GLOB '*[^a-z0-9_.-]*'),
  "offer_kind_from" TEXT NOT NULL CHECK("offer_kind_from" <> '' AND "offer_kind_from" NOT GLOB '*[^a-z0-9_.-]*'),
  "form" TEXT CHECK("form" <> '' AND "form" NOT GLOB '*[^a-z0-9_.-]*'),
  "target_groups" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("target_groups") AND json_type("target_groups") = 'array'),
  "age_min" REAL CHECK("age_min" BETWEEN 0 AND 120),
  "age_max" REAL CHECK("age_max" BETWEEN 0 AND 120),
  "ages_text" TEXT CHECK(length(trim("ages_text")) BETWEEN 1 AND 20000),
  "gender" TEXT NOT NULL CHECK("gender" <> '' AND "gender" NOT GLOB '*[^a-z0-9_.-]*'),
  "slots" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("slots") AND json_type("slots") = 'array'),
  "times_text" TEXT CHECK(length(trim("times_text")) BETWEEN 1 AND 20000),
  "period" TEXT CHECK("period" IS NULL OR json_valid("period") AND json_type("period") = 'object'),
  "overnight" TEXT NOT NULL CHECK("overnight" <> '' AND "overnight" NOT GLOB '*[^a-z0-9_.-]*'),
  "area" TEXT REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "access" TEXT NOT NULL CHECK("access" <> '' AND "access" NOT GLOB '*[^a-z0-9_.-]*'),
  "how_to_get_in" TEXT CHECK(length(trim("how_to_get_in")) BETWEEN 1 AND 20000),
  "cost_free" TEXT NOT NULL CHECK("cost_free" <> '' AND "cost_free" NOT GLOB '*[^a-z0-9_.-]*'),
  "cost_text" TEXT CHECK(length(trim("cost_text")) BETWEEN 1 AND 20000),
  "anonymous" TEXT NOT NULL CHECK("anonymous" <> '' AND "anonymous" NOT GLOB '*[^a-z0-9_.-]*'),
  "outreach" TEXT NOT NULL CHECK("outreach" <> '' AND "outreach" NOT GLOB '*[^a-z0-9_.-]*'),
  "accessibility" TEXT NOT NULL CHECK("accessibility" <> '' AND "accessibility" NOT GLOB '*[^a-z0-9_.-]*'),
  "childcare_available" TEXT NOT NULL CHECK("childcare_available" <> '' AND "childcare_available" NOT GLOB '*[^a-z0-9_.-]*'),
  "languages" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("languages") AND json_type("languages") = 'array'),
  "languages_complete" INTEGER NOT NULL DEFAULT 0 CHECK("languages_complete" IN (0,1)),
  "documents" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("documents") AND json_type("documents") = 'array'),
  "places" INTEGER CHECK("places" BETWEEN 0 AND 1000000),
  "occupancy" TEXT NOT NULL CHECK("occupancy" <> '' AND "occupancy" NOT GLOB '*[^a-z0-9_.-]*'),
  "room" TEXT CHECK(length(trim("room")) BETWEEN 1 AND 20000),
  "staff" TEXT CHECK(length(trim("staff")) BETWEEN 1 AND 20000),
  "shareable" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("shareable") AND json_type("shareable") = 'array'),
  "legal_basis" TEXT CHECK(length(trim("legal_basis")) BETWEEN 1 AND 20000),
  "especially_for" TEXT CHECK(length(trim("especially_for")) BETWEEN 1 AND 20000),
  "counsels_parents" TEXT NOT NULL CHECK("counsels_parents" <> '' AND "counsels_parents" NOT GLOB '*[^a-z0-9_.-]*'),
  "phones" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("phones") AND json_type("phones") = 'array'),
  "mail" TEXT CHECK(length(trim("mail")) BETWEEN 1 AND 320),
  "web" TEXT CHECK(length(trim("web")) BETWEEN 1 AND 2000),
  "origin" TEXT REFERENCES "need"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL CHECK("status" <> '' AND "status" NOT GLOB '*[^a-z0-9_.-]*'),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||ifnull("verified_by",'')||"title"||"aliases"||ifnull("funded_by",'')||"target_groups"||"slots"||ifnull("period",'')||"languages"||"documents"||"shareable"||"phones"||ifnull("mail",'')||ifnull("web",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||ifnull("verified_by",'')||"title"||"aliases"||ifnull("funded_by",'')||"target_groups"||"slots"||ifnull("period",'')||"languages"||"documents"||"shareable"||"phones"||ifnull("mail",'')||ifnull("web",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("description"||ifnull("ages_text",'')||ifnull("times_text",'')||ifnull("how_to_get_in",'')||ifnull("cost_text",'')||ifnull("room",'')||ifnull("staff",'')||ifnull("legal_basis",'')||ifnull("especially_for",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("description"||ifnull("ages_text",'')||ifnull("times_text",'')||ifnull("how_to_get_in",'')||ifnull("cost_text",'')||ifnull("room",'')||ifnull("staff",'')||ifnull("legal_basis",'')||ifnull("especially_for",''), char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("aliases"||"target_groups"||"slots"||ifnull("period",'')||"languages"||"documents"||"shareable"||"phones",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "offer_catchment" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "offer"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "area"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "offer_partners" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "offer"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "offer_venues" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "offer"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "location"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "pathway" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "from_actor" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "to_actor" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "topic" TEXT CHECK("topic" <> '' AND "topic" NOT GLOB '*[^a-z0-9_.-]*'),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0)
) STRICT;

CREATE TABLE "project" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "title" TEXT NOT NULL CHECK(length(trim("title")) BETWEEN 1 AND 300),
  "goal" TEXT NOT NULL DEFAULT '' CHECK(length("goal") <= 20000),
  "period" TEXT CHECK("period" IS NULL OR json_valid("period") AND json_type("period") = 'object'),
  "lead" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "resources" TEXT NOT NULL DEFAULT '' CHECK(length("resources") <= 20000),
  "milestones" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("milestones") AND json_type("milestones") = 'array'),
  "next_step" TEXT CHECK(length(trim("next_step")) BETWEEN 1 AND 20000),
  "state" TEXT NOT NULL CHECK("state" <> '' AND "state" NOT GLOB '*[^a-z0-9_.-]*'),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||"title"||ifnull("period",'')||"milestones") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||"title"||ifnull("period",'')||"milestones", char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("goal"||"resources"||ifnull("next_step",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("goal"||"resources"||ifnull("next_step",''), char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace(ifnull("period",'')||"milestones",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "project_needs" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "project"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "need"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "project_partners" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "project"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "rating" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "need" TEXT NOT NULL REFERENCES "need"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "round" TEXT REFERENCES "rating_round"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "actor" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "slip_no" INTEGER CHECK("slip_no" BETWEEN 0 AND 100000),
  "urgency" INTEGER CHECK("urgency" BETWEEN 1 AND 4),
  "reach" INTEGER CHECK("reach" BETWEEN 1 AND 4),
  "consequences" INTEGER CHECK("consequences" BETWEEN 1 AND 4),
  "influence" INTEGER CHECK("influence" BETWEEN 1 AND 4),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0)
) STRICT;

CREATE TABLE "rating_round" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "held_on" TEXT NOT NULL CHECK("held_on" IS date("held_on",'+0 days')),
  "meeting" TEXT REFERENCES "meeting"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "voters" INTEGER NOT NULL CHECK("voters" BETWEEN 0 AND 100000),
  "closed" INTEGER NOT NULL DEFAULT 0 CHECK("closed" IN (0,1)),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0)
) STRICT;

CREATE TABLE "rating_round_dots" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "rating_round"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "need"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  "count" INTEGER NOT NULL CHECK("count" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "review" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "verdict" TEXT NOT NULL CHECK("verdict" <> '' AND "verdict" NOT GLOB '*[^a-z0-9_.-]*'),
  "decided_on" TEXT NOT NULL CHECK("decided_on" IS date("decided_on",'+0 days')),
  "offer_a" TEXT REFERENCES "offer"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "offer_b" TEXT REFERENCES "offer"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "holiday_key" TEXT CHECK("holiday_key" <> '' AND "holiday_key" NOT GLOB '*[^a-z0-9_.-]*'),
  "week" INTEGER CHECK("week" BETWEEN 0 AND 100),
  "age_band" TEXT CHECK(length(trim("age_band")) BETWEEN 1 AND 100),
  "meeting" TEXT REFERENCES "meeting"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "valid_until" TEXT CHECK("valid_until" IS date("valid_until",'+0 days')),
  "reason" TEXT NOT NULL DEFAULT '' CHECK(length("reason") <= 20000),
  "fingerprint" TEXT CHECK(length(trim("fingerprint")) BETWEEN 1 AND 300),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||ifnull("age_band",'')||ifnull("fingerprint",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||ifnull("age_band",'')||ifnull("fingerprint",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("reason") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("reason", char(0)) = 0)
) STRICT;

CREATE TABLE "review_by" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "record" TEXT NOT NULL REFERENCES "review"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "target" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "pos" INTEGER NOT NULL CHECK("pos" BETWEEN 0 AND 1000000),
  UNIQUE("record","target")
) STRICT;

CREATE TABLE "service_chain" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "title" TEXT NOT NULL CHECK(length(trim("title")) BETWEEN 1 AND 300),
  "target_groups" TEXT NOT NULL DEFAULT '[]' CHECK(json_valid("target_groups") AND json_type("target_groups") = 'array'),
  "trigger" TEXT CHECK(length(trim("trigger")) BETWEEN 1 AND 20000),
  "need" TEXT REFERENCES "need"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "topic" TEXT CHECK("topic" <> '' AND "topic" NOT GLOB '*[^a-z0-9_.-]*'),
  "state" TEXT NOT NULL CHECK("state" <> '' AND "state" NOT GLOB '*[^a-z0-9_.-]*'),
  "agreed_on" TEXT CHECK("agreed_on" IS date("agreed_on",'+0 days')),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||"title"||"target_groups") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||"title"||"target_groups", char(0)) = 0),
  CONSTRAINT plain_texts CHECK((ifnull("trigger",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("trigger",''), char(0)) = 0),
  CONSTRAINT plain_list CHECK(replace("target_groups",'\\','') NOT GLOB '*\[bfnrtu]*')
) STRICT;

CREATE TABLE "setting" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL UNIQUE CHECK(length("key") BETWEEN 1 AND 200),
  "value" TEXT NOT NULL,
  CONSTRAINT plain_lines CHECK(("key") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("key", char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("value") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("value", char(0)) = 0)
) STRICT;

CREATE TABLE "source" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "name" TEXT NOT NULL UNIQUE CHECK(length(trim("name")) > 0),
  "format" TEXT NOT NULL CHECK("format" <> '' AND "format" NOT GLOB '*[^a-z0-9_.-]*'),
  "first_read" TEXT NOT NULL CHECK("first_read" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  CONSTRAINT plain_lines CHECK(("name") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("name", char(0)) = 0)
) STRICT;

CREATE TABLE "source_record" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "source" INTEGER NOT NULL REFERENCES "source"(id) ON DELETE RESTRICT,
  "tbl" TEXT NOT NULL CHECK("tbl" <> '' AND "tbl" NOT GLOB '*[^a-z0-9_.-]*'),
  "key" TEXT NOT NULL CHECK(length("key") BETWEEN 1 AND 1000),
  "uid" TEXT NOT NULL CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "body" TEXT NOT NULL CHECK(json_valid("body") AND json_type("body") = 'object'),
  CONSTRAINT plain_lines CHECK(("key") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("key", char(0)) = 0),
  CONSTRAINT plain_texts CHECK(("body") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("body", char(0)) = 0),
  CONSTRAINT plain_values CHECK(replace("body",'\\','') NOT GLOB '*\[bfru]*'),
  UNIQUE("source","tbl","key")
) STRICT;

CREATE TABLE "suggestion" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "about" TEXT NOT NULL CHECK("about" GLOB '????????-????-7???-[89ab]???-????????????' AND "about" NOT GLOB '*[^0-9a-f-]*'),
  "base_ver" INTEGER NOT NULL CHECK("base_ver" >= 0),
  "sender" TEXT NOT NULL CHECK("sender" GLOB '????????-????-7???-[89ab]???-????????????' AND "sender" NOT GLOB '*[^0-9a-f-]*'),
  "at" TEXT NOT NULL CHECK("at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "body" TEXT NOT NULL CHECK(json_valid("body") AND json_type("body") = 'object'),
  "state" TEXT NOT NULL CHECK("state" <> '' AND "state" NOT GLOB '*[^a-z0-9_.-]*'),
  CONSTRAINT plain_texts CHECK(("body") NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("body", char(0)) = 0),
  CONSTRAINT plain_values CHECK(replace("body",'\\','') NOT GLOB '*\[bfru]*')
) STRICT;

CREATE TABLE "task" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "what" TEXT NOT NULL CHECK(length(trim("what")) BETWEEN 1 AND 1000),
  "responsible" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "due" TEXT CHECK("due" IS date("due",'+0 days')),
  "state" TEXT NOT NULL CHECK("state" <> '' AND "state" NOT GLOB '*[^a-z0-9_.-]*'),
  "origin" TEXT CHECK("origin" GLOB '????????-????-7???-[89ab]???-????????????' AND "origin" NOT GLOB '*[^0-9a-f-]*'),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')||"what") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",'')||"what", char(0)) = 0)
) STRICT;

CREATE TABLE "tie_report" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "uid" TEXT NOT NULL UNIQUE CHECK("uid" GLOB '????????-????-7???-[89ab]???-????????????' AND "uid" NOT GLOB '*[^0-9a-f-]*'),
  "source_id" TEXT CHECK(length(trim("source_id")) BETWEEN 1 AND 300),
  "visibility" TEXT NOT NULL CHECK("visibility" IN ('intern','netzwerk','fachoeffentlich','oeffentlich')),
  "owner" TEXT REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "ver" INTEGER NOT NULL CHECK("ver" > 0),
  "created" TEXT NOT NULL CHECK("created" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "changed" TEXT NOT NULL CHECK("changed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "dead" INTEGER NOT NULL DEFAULT 0 CHECK("dead" IN (0,1)),
  "from_actor" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "to_actor" TEXT NOT NULL REFERENCES "actor"(uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  "stage_now" INTEGER NOT NULL CHECK("stage_now" BETWEEN 0 AND 5),
  "reported_on" TEXT NOT NULL CHECK("reported_on" IS date("reported_on",'+0 days')),
  "topic" TEXT CHECK("topic" <> '' AND "topic" NOT GLOB '*[^a-z0-9_.-]*'),
  "stage_wished" INTEGER CHECK("stage_wished" BETWEEN 0 AND 5),
  "form" TEXT CHECK(length(trim("form")) BETWEEN 1 AND 20000),
  CONSTRAINT plain_lines CHECK((ifnull("source_id",'')) NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("source_id",''), char(0)) = 0),
  CONSTRAINT plain_texts CHECK((ifnull("form",'')) NOT GLOB char(42,91,1,45,8,11,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr(ifnull("form",''), char(0)) = 0)
) STRICT;

CREATE TABLE "tx" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "at" TEXT NOT NULL CHECK("at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'),
  "who" TEXT NOT NULL CHECK(length("who") BETWEEN 1 AND 200),
  "what" TEXT NOT NULL CHECK(length("what") BETWEEN 1 AND 2000),
  "undoes" INTEGER REFERENCES "tx"(id) ON DELETE RESTRICT,
  CONSTRAINT plain_lines CHECK(("who"||"what") NOT GLOB char(42,91,1,45,31,127,45,159,0x61c,0x200e,0x200f,0x2028,0x2029,0x202a,45,0x202e,0x2060,45,0x2069,0xfeff,93,42) AND instr("who"||"what", char(0)) = 0)
) STRICT
