#!/usr/bin/env python3
"""Derive the sets given_male and given_female of lexicon/en/words/sets.yaml.

    pip download --no-deps --no-binary :all: names==0.3.0 ; tar xzf names-0.3.0.tar.gz
    pip download --no-deps faker==40.63.0               ; unzip -d faker Faker*.whl
    python3 internal/lexgen/gen_names.py names-0.3.0/names faker lexicon/en/words/sets.yaml

Sources (facts only: a name, and whose it is):
  - U.S. Census Bureau, frequently occurring names of 1990 (public domain), as
    shipped in the PyPI package names 0.3.0: dist.male.first, dist.female.first,
    dist.all.last.
  - Faker 40.63.0 (MIT), faker/providers/person: given names by locale. Russian
    and Ukrainian names are romanised here, the way English news does.
  - given_extra.tsv and given_exclude.tsv beside this file (this project's own).

A name stands in both sets when neither gender has nine tenths of its weight.
The program rewrites what stands between the two marker lines and nothing else;
the same sources give the same bytes.
"""
import importlib
import os
import sys
import textwrap
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
BEGIN, END = "  # BEGIN given names (internal/lexgen/gen_names.py)", "  # END given names"

# Locales whose lists are taken whole. Names of the other Latin-script locales
# count only when two locales (or the census) have them.
WHOLE = """cs_CZ de_AT en_GB en_IE en_IN en_KE en_NG es_AR es_CO es_MX et_EE fi_FI fr_CA
fr_CH fr_DZ fr_FR ha_NG hr_HR hu_HU id_ID ig_NG it_IT lv_LV nl_NL no_NO pl_PL pt_BR pt_PT
ro_RO ru_RU sk_SK sl_SI sw uk_UA yo_NG zu_ZA""".split()
TOO_LONG = {"is_IS", "en", "az_AZ", "uz_UZ"}  # rare or invented names by the thousand

CYRILLIC = dict(zip("абвгдезийклмнопрстуфхцыэієґ", "a b v g d e z i y k l m n o p r s t u f kh ts y e i ye g".split()))
CYRILLIC.update({"ё": "yo", "ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya", "ї": "yi", "’": "", "'": ""})


def romanise(name, locale):
    """Cyrillic in the letters of English news: Сергей Sergei, Юлія Yulia."""
    low = name.lower()
    if locale == "uk_UA":
        low = low.replace("г", "h").replace("и", "y").replace("ій", "y").replace("ия", "ia").replace("ія", "ia")
    low = low.replace("ий", "y").replace("ей", "ei").replace("ай", "ai").replace("ия", "ia")
    if low.startswith("е"):
        low = "ye" + low[1:]
    return "".join(CYRILLIC.get(c, c) for c in low)


def fold(name):
    """The key of a name: lower case without accents; "" when it is no plain word."""
    name = name.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ß", "ss").replace("æ", "ae")
    text = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return text if text.isascii() and text.isalpha() and len(text) > 1 else ""


def census(path):
    out = {}
    with open(path, encoding="ascii") as lines:
        for line in lines:
            field = line.split()
            out[field[0].lower()] = float(field[1])
    return out


def tsv(path):
    with open(os.path.join(HERE, path), encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                key, words = line.rstrip("\n").split("\t")
                yield key, words.split()


def faker_names(root):
    """(name, gender) -> set of locales."""
    sys.path.insert(0, root)
    found = {}
    base = os.path.join(root, "faker", "providers", "person")
    for locale in sorted(os.listdir(base)):
        if locale in TOO_LONG or not os.path.isfile(os.path.join(base, locale, "__init__.py")):
            continue
        provider = importlib.import_module("faker.providers.person." + locale).Provider
        for gender, attr in (("m", "first_names_male"), ("f", "first_names_female")):
            names = list(getattr(provider, attr, ()))
            # A list that is ordered by frequency has its rare names at the end.
            for name in names:
                if locale in ("ru_RU", "uk_UA"):
                    name = romanise(name, locale)
                key = fold(name)
                if key:
                    found.setdefault((key, gender), set()).add(locale)
    return found


def main(census_dir, faker_dir, sets_path):
    male, female = census(census_dir + "/dist.male.first"), census(census_dir + "/dist.female.first")
    last = census(census_dir + "/dist.all.last")
    excluded = {w for _, words in tsv("given_exclude.tsv") for w in words}
    weight = {}  # name -> [male, female]

    def add(name, gender, w):
        weight.setdefault(name, [0.0, 0.0])["mf".index(gender)] += w

    for gender, table in (("m", male), ("f", female)):
        for name, share in table.items():
            # The last thousands of the women's list are as rare as misprints.
            if share >= 0.002:
                add(name, gender, share)
    for (name, gender), locales in sorted(faker_names(faker_dir).items()):
        if name not in male and name not in female and (len(locales) > 1 or locales & set(WHOLE)):
            add(name, gender, 0.01 * len(locales))
    extra = set()
    for gender, names in tsv("given_extra.tsv"):
        for name in names:
            key = fold(name)
            extra.add(key)
            if gender == "b":
                weight[key] = [max(weight.get(key, [0.02]))] * 2
            elif gender == "F":
                weight[key] = [0.0, 0.02]
            elif key not in weight:
                add(key, gender, 0.02)
    sets = {"m": [], "f": []}
    for name in sorted(weight):
        m, f = weight[name]
        if name in excluded or (name not in extra and last.get(name, 0) > 3 * (m + f)):
            continue
        if m >= 0.1 * (m + f):
            sets["m"].append(name)
        if f >= 0.1 * (m + f):
            sets["f"].append(name)

    with open(sets_path, encoding="utf-8") as src:
        text = src.read()
    if BEGIN in text:
        head, tail = text.split(BEGIN)[0], text.split(END + "\n")[1]
    else:
        head, tail = text.rstrip("\n") + "\n", ""
    block = [BEGIN]
    for gender, title in (("m", "given_male"), ("f", "given_female")):
        words = [w if w not in {"no", "yes", "on", "off", "null", "true", "false"} else '"%s"' % w for w in sets[gender]]
        block.append("  %s: [" % title)
        block += ["    " + line for line in textwrap.wrap(", ".join(words), width=150)]
        block[-1] += "]"
    block.append(END)
    with open(sets_path, "w", encoding="utf-8") as dst:
        dst.write(head + "\n".join(block) + "\n" + tail)
    print("given_male %d, given_female %d" % (len(sets["m"]), len(sets["f"])), file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
