"""Tables that people bring along: what is read, how columns are sorted, what is said about a table that will not do."""

import pandas as pd
import pytest
from dllabs import data
from dllabs.data import TableError, column_kinds, load_claims, read_claims


@pytest.fixture
def table():
    """Twenty claims, one column of each kind, every fourth a fraud."""
    n = 20
    return pd.DataFrame(
        {
            "Amount": [100.5 + row for row in range(n)],
            "Injured": [row % 2 == 0 for row in range(n)],
            "LossDate": [f"2016-03-{row + 1:02}" for row in range(n)],
            "Cause": (["Glass", "Theft", None, "Animal"] * n)[:n],
            "Notes": [f"Mr {row}" for row in range(n)],
            "Fraud": [int(row % 4 == 0) for row in range(n)],
        }
    )


@pytest.fixture
def saved(tmp_path):
    """Saves a table as CSV and gives its path."""

    def save(table, **options):
        path = tmp_path / "claims.csv"
        table.to_csv(path, **{"index": False} | options)
        return path

    return save


def test_values_come_back_with_dates_as_dates(table, saved):
    claims = read_claims(saved(table))
    assert list(claims.columns) == list(table.columns)
    assert claims["LossDate"].tolist() == list(pd.to_datetime(table["LossDate"]))
    assert claims["Fraud"].tolist() == table["Fraud"].tolist()
    assert claims["Amount"].tolist() == table["Amount"].tolist()
    assert claims["Cause"].isna().sum() == 5


def test_the_simulated_claims_survive_a_round_trip(saved):
    simulated = load_claims(300, 0.1)
    claims = read_claims(saved(simulated))
    assert column_kinds(claims, "Fraud") == column_kinds(simulated, "Fraud")
    pd.testing.assert_frame_equal(claims, simulated, check_dtype=False)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_a_byte_order_mark_and_the_index_that_pandas_saves(table, saved, separator):
    claims = read_claims(saved(table, sep=separator, index=True, encoding="utf-8-sig"))
    assert list(claims.columns) == list(table.columns)


@pytest.mark.parametrize(
    "words", [("no", "yes"), ("N", "Y"), ("False", "True"), (False, True), (0.0, 1.0), (" No", "YES ")]
)
def test_the_label_may_be_said_in_other_words(table, saved, words):
    claims = read_claims(saved(table.assign(Fraud=[words[label] for label in table["Fraud"]])))
    assert claims["Fraud"].tolist() == table["Fraud"].tolist()


@pytest.mark.parametrize("format", ["%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y"])
def test_dates_of_one_possible_format_are_dates(table, saved, format):
    dates = pd.to_datetime(table["LossDate"])
    claims = read_claims(saved(table.assign(LossDate=dates.dt.strftime(format))))
    assert claims["LossDate"].tolist() == list(dates)


def test_dates_that_may_be_read_in_two_ways_stay_text(table, saved):
    claims = read_claims(saved(table.assign(LossDate="03/04/2016")))
    assert column_kinds(claims, "Fraud")["dates"] == []


def test_columns_are_sorted_by_kind(table):
    table["LossDate"] = pd.to_datetime(table["LossDate"])
    kinds = column_kinds(table, "Fraud", most_categories=3)
    assert kinds == {
        "numbers": ["Amount", "Injured"],
        "dates": ["LossDate"],
        "categories": ["Cause"],
        "texts": ["Notes"],
    }
    assert "Fraud" in column_kinds(table)["numbers"]
    assert column_kinds(table, "Fraud")["categories"] == ["Cause", "Notes"]


def test_the_errors_are_also_value_errors():
    assert issubclass(data.TableError, ValueError)


def problem(path, label="Fraud"):
    with pytest.raises(TableError) as raised:
        read_claims(path, label)
    message = str(raised.value)
    assert str(path) in message
    assert "\n" not in message
    return message


def test_a_missing_file_is_named(tmp_path):
    assert "There is no file" in problem(tmp_path / "claims.csv")


def test_what_is_no_csv_is_named(tmp_path):
    file = tmp_path / "claims.csv"
    file.write_bytes(b"\xff\xfe\x00\x81")
    assert "UTF-8" in problem(file)
    file.write_text("")
    assert "cannot be read as CSV" in problem(file)
    file.write_text('a,b\n1,2\n1,2,3\n"')
    assert "cannot be read as CSV" in problem(file)
    assert "cannot be read as CSV" in problem(tmp_path)


def test_a_missing_label_names_near_misses(table, saved):
    path = saved(table.rename(columns={"Fraud": "fraud"}))
    assert "did you mean 'fraud'?" in problem(path)
    assert "it has Amount, Injured" in problem(path, label="Betrug")


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        ([1, 0, None, None] * 5, "is missing in 10 of 20 rows"),
        ([0, 1, 2, 3] * 5, "it holds 0, 1, 2, 3"),
        (list(range(20)), "0, 1, 2, 3, 4 and 15 more"),
        (["honest", "fraud"] * 10, "it holds honest, fraud"),
        ([0] * 20, "only 0 of 20 rows are frauds"),
        ([1] * 4 + [0] * 16, "only 4 of 20 rows are frauds"),
        ([1] * 20, "only 0 of 20 rows are legitimate claims"),
    ],
)
def test_a_label_that_will_not_do_is_explained(table, saved, labels, words):
    assert words in problem(saved(table.assign(Fraud=labels)))


def test_five_frauds_are_enough(table, saved):
    assert read_claims(saved(table.assign(Fraud=[1] * 5 + [0] * 15)))["Fraud"].sum() == 5


def test_a_table_of_labels_only_is_refused(table, saved):
    assert "no column but 'Fraud'" in problem(saved(table[["Fraud"]]))
