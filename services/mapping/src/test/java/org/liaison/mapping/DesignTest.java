package org.liaison.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignTest {

    @ParameterizedTest
    @ValueSource(strings = {"htcds", "eio"})
    void the_page_has_the_table_that_the_program_uses(String format) throws IOException {
        String table = TableText.of(Table.shipped(format));
        Path written = Files.createDirectories(Path.of("target")).resolve("table-" + format + ".md");
        Files.writeString(written, table);
        assertThat(Files.readString(Path.of("DESIGN.md")))
                .as(written.toAbsolutePath() + " is the table as it should stand in DESIGN.md")
                .contains(table);
    }
}
