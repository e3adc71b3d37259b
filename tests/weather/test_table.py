"""The table itself: long enough, no row twice, every weather readable."""

from tests.weather.table import rows, weather_of


def test_the_table_is_long_and_says_nothing_twice() -> None:
    found = [(row.where, row.weather, row.times) for row in rows()]
    assert len(found) >= 120
    assert len(set(found)) == len(found)


def test_every_weather_can_be_made() -> None:
    assert all(weather_of(row.weather) for row in rows())
