package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "Übersicht 2026.pdf, Übersicht_2026.pdf",
        "отчёт.pdf, отчёт.pdf",
        "a:b*c?.pdf, a_b_c_.pdf",
        "..hidden, _hidden",
        "-rf.sh, _rf.sh",
        "con.txt, con_.txt",
        "a\u202Efdp.exe, a_fdp.exe",
        "trailing., trailing_"
    })
    void a_name_from_far_away_is_safe_on_any_disk(String given, String safe) {
        assertThat(SafeName.of(given)).isEqualTo(safe);
    }

    @org.junit.jupiter.api.Test
    void a_long_name_is_cut_and_keeps_its_ending() {
        assertThat(SafeName.of("x".repeat(190) + ".pdf")).hasSize(120).endsWith(".pdf");
    }
}
