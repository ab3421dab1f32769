"""The countries and organisations of a text."""

import pytest

from dashboard.countries import all_country_codes, country_name
from dashboard.extract.countries import find_countries


def codes(text: str) -> list[str]:
    """Return the country codes of a text in order."""
    return [m.country_code for m in find_countries(text) if m.country_code]


WORDS = [
    # names, peoples, adjectives
    ("Chile wrote to Poles, Danes and the Burkinabe envoy.", ["CHL", "POL", "DNK", "BFA"]),
    ("Côte d’Ivoire and Türkiye signed.", ["CIV", "TUR"]),
    ("Cote d'Ivoire signed.", ["CIV"]),
    ("The UK, the US and the U.S. Navy were there.", ["GBR", "USA", "USA"]),
    ("Bosnian and Kosovar judges met.", ["BIH", "XKX"]),
    # the longest name wins, and hides the shorter one
    ("South Sudan and Guinea-Bissau voted.", ["SSD", "GNB"]),
    ("Boats crossed the South China Sea and the Gulf of Guinea.", []),
    ("Latin American and West Indian writers met.", []),
    # boundaries
    ("Peru's and Chile’s ports", ["PER", "CHL"]),
    ("the Peru-Chile road", ["PER", "CHL"]),
    ("Swedish-built ships", ["SWE"]),
    ("Perugia and Chileans", ["CHL"]),
    ("Franco-Spanish and pro-Iranian groups", ["FRA", "ESP", "IRN"]),
    ("Franco ruled for long.", []),
    ("see peru.example and Peru.example", []),
    # seats of power and places
    ("The Kremlin and Downing Street agreed on Crimea.", ["RUS", "GBR", "UKR"]),
    # outlets
    ("The Kyiv Post, the Japan Times and Agence France-Presse wrote so.", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_a_surface_stands_for_its_country(text: str, expected: list[str]) -> None:
    """Whole words, the longest first; names without a country hide what they contain."""
    assert codes(text) == expected


CONTEXT = [
    # person
    ("Martin Jordan swam. Later Jordan rested.", []),
    ("Paris Keller sang, and Dr. England listened.", []),
    ("Martin Jordan flew to a camp in Jordan.", ["JOR"]),
    ("Jordan’s king met envoys.", ["JOR"]),
    # city, region
    ("A fire near Florence, Alabama spread.", ["USA", "USA"]),
    # evidence
    ("Georgia and Armenia share a road to Tbilisi.", ["GEO", "ARM", "GEO"]),
    ("A shed burnt in San Antonio. Chile sent help.", ["CHL", "CHL"]),
    ("A shed burnt in San Antonio.", ["USA"]),
    ("Savannah and other towns in Georgia flooded; Florida sent help.", ["USA", "USA"]),
    ("Congo’s president left Brazzaville.", ["COG", "COG"]),
    ("Congo’s president left Kinshasa.", ["COD", "COD"]),
    # language
    ("He teaches Danish and Polish, and answered in German.", []),
    ("He teaches Danish children.", []),
    ("In German towns people waited.", ["DEU"]),
    ("a Thai-language paper", []),
    # currency
    ("It cost 40 Swiss francs or US$ 45.", []),
    # turkey, china, us
    ("They ate turkey from china plates and told us.", []),
    ("CHILE TELLS US TO GO NOW", ["CHL"]),
    ("SPAIN MEETS U.S. ENVOYS", ["ESP", "USA"]),
    # institutions
    ("a lecture at Nairobi University and the University of Oslo", []),
]


@pytest.mark.parametrize(("text", "expected"), CONTEXT)
def test_context_decides_what_a_word_stands_for(text: str, expected: list[str]) -> None:
    """Persons, languages, currencies and states of a union are no country mentions."""
    assert codes(text) == expected


def test_a_mention_names_its_rule() -> None:
    """Whatever decided stands in the mention."""
    rules = [m.rule for m in find_countries("In Vienna, Georgia and Savannah, Danes met NATO.")]
    assert rules == ["city, region", "evidence in the article", "demonym", "organisation"]


TEXTS = [
    "Peru",
    "L’envoyé d’Iran — Côte  d’Ivoire\n\nSouth\nKorea’s U.S. base.",
    "Co\u0302te d’Ivoire and\u00a0South\u00a0 Korea met the G7\u200b.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_point_into_the_text_itself(text: str) -> None:
    """Folding for the match never moves a span: each quotes its words to the letter."""
    mentions = find_countries(text)
    assert mentions
    assert all(text[m.span.start : m.span.end] == m.text for m in mentions)
    assert [m.span for m in mentions] == sorted(m.span for m in mentions)


def test_a_name_may_cross_a_line_but_not_a_paragraph() -> None:
    """One line break is a blank; an empty line ends a name."""
    assert codes("South\nKorea") == ["KOR"]
    assert codes("They went South\n\nKorea stayed") == ["KOR"]
    assert find_countries("They went South\n\nKorea stayed")[0].text == "Korea"


ORGANISATIONS = [
    ("the Group of Seven (G7) met", ["G7", "G7"]),
    ("NATO, the E.U. and the U.N. agreed", ["NATO", "EU", "UN"]),
    ("Reuters and the Associated Press said", []),
    ("WHO IS TO BLAME FOR IT ALL", []),
    ("the WHO warned of it", ["WHO"]),
]


@pytest.mark.parametrize(("text", "expected"), ORGANISATIONS)
def test_organisations_carry_their_canonical_name_and_no_code(
    text: str, expected: list[str]
) -> None:
    """Aliases lead to one name; agencies that report are no organisations involved."""
    mentions = find_countries(text)
    assert [m.name for m in mentions] == expected
    assert all(m.kind == "organisation" and not m.country_code for m in mentions)


def test_every_code_has_a_plain_name() -> None:
    """All of ISO 3166-1 and XKX are named; an unknown code names itself."""
    assert len(all_country_codes()) == 250
    assert country_name("KOR") == "South Korea"
    assert country_name("XKX") == "Kosovo"
    assert country_name("ZZZ") == "ZZZ"
