#!/usr/bin/env python3
"""Derive words/tags.tsv, words/irregular.tsv and words/suffixes.tsv.

    apt-get install wordnet-base
    pip download --no-deps textblob==0.20.1 ; unzip textblob-0.20.1-*.whl
    python3 internal/lexgen/gen_tags.py /usr/share/wordnet textblob/en/en-lexicon.txt lexicon/en/words

Sources:
  - WordNet 3.0 (Copyright 2006 Princeton University, WordNet licence): which
    parts of speech a lemma has (index.*), how often each stands in the
    sense-tagged texts (cntlist.rev), irregular spellings (*.exc).
  - The lexicon of Eric Brill's tagger 1.14 (Copyright 1993 MIT and University of
    Pennsylvania, MIT licence; its Twitter words: Gimpel et al. 2011, Carnegie
    Mellon University, CC BY 3.0) as shipped in the PyPI package textblob 0.20.1:
    the most frequent Penn tag of 94,000 words.
  - irregular_verbs.tsv, plurals.tsv, suffixes.txt and tag_overrides.tsv beside this file, and
    the closed classes of words/sets.yaml (this project's own).

How: a word's parts of speech are those of the lemmas that it is a form of; the
most frequent one comes from Brill's lexicon, the others follow by WordNet's
counts and need a twenty-fifth of the first one's. A rare word whose codes its
ending gives anyway (suffixes.tsv) is left out. Words of the closed classes that are nothing else get R, so that no ending speaks for
them. Same sources, same bytes.
"""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PENN = {"NN": "N", "NNS": "P", "VB": "B", "VBP": "B", "VBZ": "S", "VBD": "D", "VBN": "E", "VBG": "G",
        "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R", "NNP": "M", "NNPS": "P"}
PREFIXES = "re over under out mis fore un up down inter with off in".split()
CLOSED = """determiner possessive_pronoun pronoun_personal pronoun_object pronoun_indefinite reflexive relative
wh preposition conjunction subordinator modal negation pronoun_contraction""".split()
VERB_SHARE = {"B": 0.35, "S": 0.15, "D": 0.3, "E": 0.25, "G": 0.15}
COMMON = 1  # a word of this weight (WordNet's count, about) is listed though its ending tells: a reader should know that it is no name
KEEP = 0.04  # a second part of speech needs this share of the first one's weight


def rows(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def plain(word):
    return word.isascii() and word.isalpha() and word.islower()


def wordnet(folder):
    """(lemma, pos) -> count, for single lower-case words; pos n v a r."""
    counts = {}
    for name, pos in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        with open(folder + "/index." + name, encoding="utf-8") as lines:
            for line in lines:
                lemma = line.split(" ", 1)[0]
                if plain(lemma):
                    counts[lemma, pos] = 0
    with open(folder + "/cntlist.rev", encoding="utf-8") as lines:
        for line in lines:
            key, _, n = line.split()
            lemma, sense = key.split("%")
            pos = "nvara"[int(sense[0]) - 1]
            if (lemma, pos) in counts:
                counts[lemma, pos] += int(n)
    return counts


def exceptions(path):
    out = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            form, lemma = line.split()[:2]
            if plain(form) and plain(lemma):
                out.setdefault(lemma, []).append(form)
    return out


def s_form(word):
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh|[^aeiou]o)$", word) else "s")


def regular(verb):
    """3sg, past, -ing without doubling of consonants."""
    if re.search(r"[^aeiou]y$", verb):
        past = verb[:-1] + "ied"
    else:
        past = verb + ("d" if verb.endswith("e") else "ed")
    ing = verb[:-1] + "ing" if verb.endswith("e") and not re.search(r"(ee|oe|ye|^be)$", verb) else verb + "ing"
    return s_form(verb), past, ing


def verb_forms(lemmas, exc):
    """lemma -> (3sg, [past], [participle], [ing]); irregular: lemmas that differ from regular()."""
    table = {r[0]: (r[1].split("|"), r[2].split("|")) for r in rows("irregular_verbs.tsv")}
    forms, irregular = {}, []
    for verb in sorted(lemmas):
        s, past, ing = regular(verb)
        pasts, parts, ings = [past], [past], [ing]
        base, prefix = verb, ""
        if base not in table:
            for p in PREFIXES:
                if verb.startswith(p) and verb[len(p):] in table and verb not in ("interred",):
                    base, prefix = verb[len(p):], p
        # A prefixed verb follows its base only where WordNet knows the form too
        # (withdrew, but welcomed).
        if base in table:
            p2 = [prefix + w for w in table[base][0]], [prefix + w for w in table[base][1]]
            if base == verb or set(p2[0]) & set(exc.get(verb, ())) or p2[0] == [verb]:
                pasts, parts = p2
        doubled = [f for f in exc.get(verb, ()) if f.endswith("ing")]
        if doubled:
            ings = pick(verb, doubled, ing)
        if base not in table:
            eds = [f for f in exc.get(verb, ()) if f.endswith("ed")]
            if eds:
                pasts = parts = pick(verb, eds, past)
        if verb == "have":
            s = "has"
        if verb == "be":
            s, ings = "is|are|am", ["being"]
        forms[verb] = s, pasts, parts, ings
        if (pasts, parts, ings) != ([past], [past], [ing]) or s != s_form(verb):
            irregular.append(verb)
    return forms, irregular


def pick(verb, forms, plain_form):
    """travelled and traveled are both right; stopped alone is."""
    forms = sorted(set(forms), key=lambda f: (len(f), f))
    # Verbs in an unstressed vowel + l, p, m, t have both spellings.
    both = re.search(r"(el|al|il|ol|am|ip|us|et|at)$", verb) and len(re.findall(r"[aeiou]+", verb)) > 1 and not re.search(
        r"(pel|cel$^|mit|fer|rol|it|ut|bel$|get|set|quip|nul|bat$|til|stil|pat$)$", verb)
    if both and plain_form not in forms:
        return forms[:1] + [plain_form]
    return forms


def brill(path):
    lower, names = {}, {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(";") or len(line.split()) < 2:
                continue
            word, tag = line.split()[:2]
            if plain(word):
                lower[word] = tag
            elif word.isascii() and word.isalpha() and plain(word.lower()):
                if word[0].isupper() and (word[1:].islower() or len(word) > 1):
                    names.setdefault(word.lower(), tag)
    return lower, names


def closed_sets(path):
    """Words of the closed classes and the given names, without a YAML library."""
    with open(path, encoding="utf-8") as src:
        text = re.sub(r"(?m)^ *#.*\n", "", src.read())
    sets = {}
    for name, body in re.findall(r"(?ms)^  (\w+): \[(.*?)\]$", text):
        sets[name] = [w.strip().strip('"') for w in body.replace("\n", " ").split(",")]
    closed = {w for name in CLOSED for w in sets[name]}
    return closed, set(sets["given_male"]) | set(sets["given_female"])


def collect(counts, forms, nouns_exc):
    """surface word -> {code: weight}"""
    weights = {}

    def add(word, code, w):
        if plain(word):
            slot = weights.setdefault(word, {})
            slot[code] = slot.get(code, 0) + w + 0.01

    for (lemma, pos), n in counts.items():
        if pos == "n":
            add(lemma, "N", n * 0.7)
            for plural in nouns_exc.get(lemma, [s_form(lemma)]):
                if plural != lemma:
                    add(plural, "P", n * 0.3)
                else:
                    add(lemma, "P", n * 0.3)
        elif pos == "v" and lemma in forms:
            s, pasts, parts, ings = forms[lemma]
            for code, words in (("B", [lemma]), ("S", s.split("|")), ("D", pasts), ("E", parts), ("G", ings)):
                for word in words:
                    add(word, code, n * VERB_SHARE[code])
        elif pos == "a":
            add(lemma, "J", n)
        elif pos == "r":
            add(lemma, "R", n)
    return weights


def order(slots, best):
    top = max(slots.values(), default=0)
    kept = [c for c in sorted(slots, key=lambda c: (-slots[c], "NPBSDEGJRM".index(c))) if slots[c] >= KEEP * top]
    if best:
        # A past form is a participle too where the spelling is the same, so
        # the tagger's choice only settles which comes first.
        kept = [best] + [c for c in kept if c != best]
    if kept[:1] == ["E"] and "D" in kept and "J" not in kept[:2]:
        # Brill's corpora write more passives than news quotes people.
        kept.remove("D")
        kept.insert(0, "D")
    return kept


def suffix_table(lower, counts_of):
    out = {}
    for row in rows("suffixes.txt"):
        if len(row) > 1:
            out[row[0]] = row[1].split()
            continue
        tally = {}
        for word, tag in lower.items():
            if word.endswith(row[0]) and len(word) >= len(row[0]) + 3 and tag in PENN:
                tally[PENN[tag]] = tally.get(PENN[tag], 0) + 1
        total = sum(tally.values())
        if total < 20:
            continue
        codes = [c for c in sorted(tally, key=lambda c: (-tally[c], c)) if tally[c] >= 0.12 * total]
        out[row[0]] = codes
    return out


def predict(word, suffixes):
    for i in range(1, len(word)):
        if word[i:] in suffixes:
            return suffixes[word[i:]]
    return ["N"]


def main(wn, brill_path, words_dir):
    counts = wordnet(wn)
    verb_exc, noun_exc = exceptions(wn + "/verb.exc"), exceptions(wn + "/noun.exc")
    lower, names = brill(brill_path)
    closed, given = closed_sets(words_dir + "/sets.yaml")
    lemmas = {l for l, p in counts if p == "v"} | {r[0] for r in rows("irregular_verbs.tsv")}
    forms, irregular = verb_forms(lemmas, verb_exc)

    common = set()  # verbs that texts use
    for verb in lemmas:
        s, pasts, parts, ings = forms[verb]
        if counts.get((verb, "v"), 0) or any(lower.get(f, "").startswith("VB") for f in [verb] + s.split("|") + pasts + parts + ings):
            common.add(verb)
    for verb in lemmas - common:
        counts.pop((verb, "v"), None)
    forms = {v: forms[v] for v in common}

    weights = collect(counts, forms, noun_exc)
    suffixes = suffix_table(lower, counts)
    tags, must = {}, set()
    for word in set(weights) | set(lower):
        best = PENN.get(lower.get(word, ""), "")
        slots = weights.get(word, {})
        if word not in lower and not any(w > 0.02 for w in slots.values()) and not set(slots) & set("BSDEG"):
            continue  # in no text at all
        codes = order(slots, best)
        if word in closed and not (codes and slots and max(slots.values()) > 5 and best in "NPBSDEGJR" and best):
            codes = ["R"]
        if codes and word in given and "M" not in codes and names.get(word) == "NNP":
            codes.append("M")
        if codes:
            tags[word] = codes
            if max(slots.values(), default=0) >= COMMON:
                must.add(word)
    for word, tag in names.items():
        if word not in tags and tag in ("NNP", "NNPS"):
            tags[word] = ["M"] if tag == "NNP" else ["P", "M"]
        elif word not in tags and tag in PENN:
            tags[word] = [PENN[tag]]
    for word in closed:
        if word.isalpha():
            tags.setdefault(word, ["R"])
    must |= {f for v in irregular if v in forms for f in [v] + forms[v][1] + forms[v][2] + forms[v][3]}
    for word, codes in rows("tag_overrides.tsv"):
        tags[word] = codes.split()
        must.add(word)

    def same(word, codes):
        guess = predict(word, suffixes)
        # An unknown name is known by its capital; only where the ending says
        # something else does it need a row.
        if codes == ["M"]:
            return "M" in guess or guess[0] == "N"
        if set(codes) <= {"N"}:
            return guess[0] == "N"
        return codes == guess

    with open(words_dir + "/tags.tsv", "w", encoding="utf-8") as out:
        out.write("# Parts of speech of words, most frequent first, where the ending (suffixes.tsv) does not tell. Closed classes, then words by frequency.\n"
                  "# N noun, P plural, B verb, S 3rd person, D past, E participle, G -ing, J adjective, R adverb or closed class, M name.\n"
                  "# Written by internal/lexgen/gen_tags.py from WordNet 3.0 and Brill's lexicon (licences: see there); change the sources there.\n")
        n = 0
        # Frequent words first: the loader numbers words in this order, and the
        # tables by number of the words that texts are made of then stay in the
        # processor's cache.
        for word in sorted(tags, key=lambda w: (w not in closed, -sum(weights.get(w, {}).values()), w)):
            if word in must or not same(word, tags[word]):
                out.write("%s\t%s\n" % (word, " ".join(tags[word])))
                n += 1
    with open(words_dir + "/suffixes.tsv", "w", encoding="utf-8") as out:
        out.write("# Parts of speech by ending, for words that are not in tags.tsv; the longest ending wins.\n"
                  "# Written by internal/lexgen/gen_tags.py.\n")
        for suffix in sorted(suffixes):
            out.write("%s\t%s\n" % (suffix, " ".join(suffixes[suffix])))
    with open(words_dir + "/irregular.tsv", "w", encoding="utf-8") as out:
        out.write("# Forms that the regular rules do not give: v lemma past participle [3sg ing], n singular plural;\n"
                  "# variants joined by |. Written by internal/lexgen/gen_tags.py (WordNet 3.0's exception lists and irregular_verbs.tsv).\n")
        nv = 0
        for verb in irregular:
            if verb not in forms:
                continue
            s, pasts, parts, ings = forms[verb]
            out.write("v\t%s\t%s\t%s\t%s\t%s\n" % (verb, "|".join(pasts), "|".join(parts), s, "|".join(ings)))
            nv += 1
        nn = 0
        today = {r[0]: r[1].split("|") for r in rows("plurals.tsv")}
        for noun in lower:  # gunman, guardsman: the exception lists lack many
            if noun.endswith("man") and noun[:-3] + "men" in lower and noun not in noun_exc:
                noun_exc[noun] = [noun[:-3] + "men"]
        for noun in sorted(noun_exc):
            plurals = today.get(noun) or [p for p in noun_exc[noun] if p != s_form(noun)]
            if plurals == ["-"]:
                continue  # the regular one alone
            if s_form(noun) in lower and not any(p in lower for p in plurals):
                continue  # banditti: nobody writes so
            if plurals and (counts.get((noun, "n"), 0) or noun in lower):
                out.write("n\t%s\t%s\n" % (noun, "|".join(plurals)))
                nn += 1
    print("tags %d of %d, suffixes %d, irregular verbs %d, nouns %d" % (n, len(tags), len(suffixes), nv, nn), file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
