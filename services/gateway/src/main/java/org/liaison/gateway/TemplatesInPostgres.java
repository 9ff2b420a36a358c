package org.liaison.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liaison.desk.Template;
import org.liaison.desk.Templates;
import org.liaison.desk.forms.Answers;
import org.liaison.gateway.Vault.CaseKey;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Templates as rows, each under a key of its own.
final class TemplatesInPostgres implements Templates {

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    TemplatesInPostgres(Records records, Vault vault, Clock clock) {
        this.database = records.database();
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public void keep(Template template) {
        UUID id = template.id();
        CaseKey key = vault.newKey();
        database.sql("insert into templates (id, author, authority, kind, shared, wrapped, name, answers, kept)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        template.author(),
                        template.owner().toString(),
                        template.kind().code(),
                        template.shared(),
                        vault.wrap(key, place(id, "key")).toArray(),
                        key.close(Bytes.ofUtf8(template.name()), place(id, "name"))
                                .toArray(),
                        key.close(template.answers().toBytes(), place(id, "answers"))
                                .toArray(),
                        Rows.time(clock.instant()))
                .update();
    }

    @Override
    public List<Template> of(UUID person, Collection<AuthorityCode> owners) {
        return database
                .sql("select * from templates where authority = any(?) and (shared or author = ?)")
                .params(Rows.texts(owners), person)
                .query(this::template)
                .list()
                .stream()
                .sorted(Comparator.comparing(Template::name).thenComparing(Template::id))
                .toList();
    }

    @Override
    public Optional<Template> find(UUID id) {
        return database.sql("select * from templates where id = ?")
                .param(id)
                .query(this::template)
                .optional();
    }

    @Override
    public void discard(UUID id) {
        database.sql("delete from templates where id = ?").param(id).update();
    }

    private Template template(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        CaseKey key = vault.unwrap(Rows.bytes(row, "wrapped"), place(id, "key"));
        return new Template(
                id,
                row.getObject("author", UUID.class),
                AuthorityCode.parse(row.getString("authority")),
                new MessageKind(row.getString("kind")),
                row.getBoolean("shared"),
                key.open(Rows.bytes(row, "name"), place(id, "name")).utf8(),
                Answers.ofBytes(key.open(Rows.bytes(row, "answers"), place(id, "answers"))));
    }

    private static String place(UUID id, String what) {
        return "templates/" + id + "/" + what;
    }
}
