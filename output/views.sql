-- Every article, with its story: near-duplicates share a story_id.
CREATE OR REPLACE TEMP VIEW stories AS
  FROM read_parquet(getvariable('claimstance_stories'), union_by_name = true);

CREATE OR REPLACE TEMP VIEW articles AS
  SELECT a.*, coalesce(s.story_id, a.article_id) AS story_id, s.similarity AS story_similarity
  FROM read_parquet(getvariable('claimstance_articles'), union_by_name = true) AS a
  LEFT JOIN stories AS s USING (article_id);

CREATE OR REPLACE TEMP VIEW narration AS
  FROM read_parquet(getvariable('claimstance_narration'), union_by_name = true);

CREATE OR REPLACE TEMP VIEW rejects AS
  FROM read_parquet(getvariable('claimstance_rejects'), union_by_name = true);

CREATE OR REPLACE TEMP VIEW runs AS
  FROM read_parquet(getvariable('claimstance_runs'), union_by_name = true);

-- Every claim, with the story of its article.
CREATE OR REPLACE TEMP VIEW claims AS
  SELECT c.*, coalesce(s.story_id, c.article_id) AS story_id
  FROM read_parquet(getvariable('claimstance_claims'), union_by_name = true) AS c
  LEFT JOIN stories AS s USING (article_id);

-- The claims that repeat an earlier one of another article of the story: the
-- same words (claim_key), or from the same speaker with half of the words in
-- common, or from the same country with two thirds (copies also name speakers
-- in other ways). And within an article, the same words again.
CREATE OR REPLACE TEMP VIEW claim_repeats AS
  WITH copied AS (SELECT story_id FROM articles GROUP BY story_id HAVING count(*) > 1),
  told AS (
    SELECT claim_id, article_id, story_id, claim_key,
           lower(coalesce(speaker_id, speaker, '')) AS who,
           lower(coalesce(speaker_country, speaker_id, speaker, '')) AS side,
           list_distinct(regexp_extract_all(lower(text), '[\p{L}\p{N}]+')) AS words,
           row_number() OVER (ORDER BY published_date NULLS LAST, published_at NULLS LAST, article_id, seq) AS nr
    FROM claims SEMI JOIN copied USING (story_id)
  ),
  pairs AS (
    SELECT late.claim_id, late.claim_key = early.claim_key AS same_words, late.who = early.who AS same_speaker,
           len(list_intersect(early.words, late.words)) AS shared, len(early.words) + len(late.words) AS total
    FROM told AS late JOIN told AS early USING (story_id, side)
    WHERE early.nr < late.nr AND early.article_id <> late.article_id
  )
  SELECT DISTINCT claim_id FROM pairs
  WHERE same_words OR same_speaker AND 2 * shared >= total - shared OR 3 * shared >= 2 * (total - shared)
  UNION
  SELECT claim_id FROM claims
  QUALIFY row_number() OVER (PARTITION BY article_id, claim_key ORDER BY seq) > 1;

-- What counts as an act: the innermost claims, each once however many papers
-- print it.
CREATE OR REPLACE TEMP VIEW claims_once AS
  FROM claims ANTI JOIN claim_repeats USING (claim_id) WHERE NOT relayed;

-- Who says what at whom, by day; by default government to government. Claims
-- that are only repeats count for n_publishers and nothing else. n_claims_all is
-- the denominator: all claims of that speaker country that day.
CREATE OR REPLACE TEMP MACRO claims_dyads_of(government_only) AS TABLE
  WITH repeats AS MATERIALIZED (FROM claim_repeats),
  acts AS (
    SELECT c.published_date AS day, s.country AS speaker_country, t.target.country AS target_country,
           t.target.category AS category, c.speaker_official,
           -- Distinct values are counted by their hashes, which is three times as fast;
           -- the hash of NULL is a value, and an unknown one must not count.
           CASE WHEN coalesce(c.speaker_id, c.speaker) IS NOT NULL THEN hash(lower(coalesce(c.speaker_id, c.speaker))) END AS who,
           CASE WHEN c.publisher IS NOT NULL THEN hash(c.publisher) END AS paper,
           hash(c.story_id) AS story, hash(c.claim_id) AS claim, r.claim_id IS NULL AS counts
    FROM claims AS c
    LEFT JOIN repeats AS r USING (claim_id),
    unnest(c.speaker_countries) AS s(country), unnest(c.targets) AS t(target)
    WHERE NOT c.relayed AND c.published_date IS NOT NULL
      AND t.target.category IS NOT NULL AND t.target.country IS NOT NULL AND s.country <> t.target.country
      AND (NOT government_only
           OR (c.speaker_official OR c.speaker_kind = 'government' OR c.speaker_sector IN ('gov', 'mil'))
              AND t.target.kind IN ('government', 'office', 'person'))
  ),
  spoken AS (
    SELECT published_date AS day, s.country AS speaker_country, count(*) AS n_claims_all
    FROM claims ANTI JOIN repeats USING (claim_id), unnest(speaker_countries) AS s(country)
    WHERE NOT relayed GROUP BY ALL
  )
  SELECT day, speaker_country, target_country, category,
         bool_or(speaker_official) FILTER (counts) AS any_official,
         count(DISTINCT who) FILTER (counts) AS n_speakers,
         count(DISTINCT story) FILTER (counts) AS n_stories,
         count(DISTINCT paper) AS n_publishers,
         count(DISTINCT claim) FILTER (counts) AS n_claims,
         any_value(n_claims_all) AS n_claims_all
  FROM acts JOIN spoken USING (day, speaker_country)
  GROUP BY day, speaker_country, target_country, category
  HAVING count(*) FILTER (counts) > 0;

CREATE OR REPLACE TEMP VIEW claims_dyads AS
  FROM claims_dyads_of(true) ORDER BY day, speaker_country, target_country, category;
