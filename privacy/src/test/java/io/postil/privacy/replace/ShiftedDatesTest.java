package io.postil.privacy.replace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftedDatesTest {
    private final ShiftedDates week = new ShiftedDates(7, false);

    @ParameterizedTest
    @CsvSource({
        "2030-01-31, 2030-02-07",
        "31/01/2030, 07/02/2030",
        "1/31/30, 2/7/30",
        "24.12.2030, 31.12.2030",
        "le 3, ",
        "3 février 2030, 10 février 2030",
        "28 FÉVRIER 2030, 7 MARS 2030",
        "25. Dezember 2030, 1. Januar 2031",
        "'March 3rd, 2030', 'March 10th, 2030'",
        "December 30, January 6",
        "2030-01-31 11:34, 2030-02-07 11:34",
        "31/02/2030, ",
        "21 de septiembre de 2030, 28 de septiembre de 2030",
    })
    void shouldMoveDatesAndKeepTheirForm(String date, String moved) {
        assertThat(new ShiftedDates(7, date.startsWith("1/")).shifted(date))
                .isEqualTo(java.util.Optional.ofNullable(moved));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2030-01-31", "12 mars 2030", "25. Dezember 2030", "March 30th, 2030"})
    void shouldMoveBackWhatItMoved(String date) {
        var there = week.shifted(date).orElseThrow();

        assertThat(week.back(there)).contains(date);
    }
}
