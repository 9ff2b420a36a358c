package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.gateway.Network.SOCIAL_XA;
import static org.liaison.gateway.Network.SOCIAL_XC;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.desk.Template;
import org.liaison.desk.forms.Answers;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept to begin sheets with, and for whom.
class TemplatesTest {

    private static final UUID AUTHOR = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final String WORDS = "nobody reads this on the disk";

    @TempDir
    static Path folder;

    static Database database;
    static TemplatesInPostgres templates;

    @BeforeAll
    static void open() {
        database = Database.open(
                DatabaseSettings.embedded(folder.resolve("database")), "classpath:org/liaison/gateway/schema");
        Vault vault = Vault.open(folder.resolve("vault.key"));
        templates = new TemplatesInPostgres(Records.of(database.source(), vault), vault, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_template_is_its_authors_or_shared_within_its_authority_and_nobody_elses() {
        Template own = kept(SOCIAL_XA, false);
        Template shared = kept(SOCIAL_XA, true);
        Template elsewhere = kept(SOCIAL_XC, true);
        assertThat(templates.of(AUTHOR, List.of(SOCIAL_XA)))
                .contains(own, shared)
                .doesNotContain(elsewhere);
        assertThat(templates.of(COLLEAGUE, List.of(SOCIAL_XA))).contains(shared).doesNotContain(own);
        templates.discard(shared.id());
        assertThat(templates.find(shared.id())).isEmpty();
    }

    @Test
    void whoever_reads_the_table_learns_neither_name_nor_answers() {
        Template template = kept(SOCIAL_XA, false);
        assertThat(templates.find(template.id())).contains(template);
        List<byte[]> closed = JdbcClient.create(database.source())
                .sql("select name from templates where id = ? union all select answers from templates where id = ?")
                .params(template.id(), template.id())
                .query(byte[].class)
                .list();
        assertThat(closed)
                .hasSize(2)
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain(WORDS));
    }

    private static Template kept(AuthorityCode owner, boolean shared) {
        Template template = new Template(
                UUID.randomUUID(),
                AUTHOR,
                owner,
                new MessageKind("MLA-REQ"),
                shared,
                WORDS,
                Answers.EMPTY.with("/purpose", WORDS));
        templates.keep(template);
        return template;
    }
}
