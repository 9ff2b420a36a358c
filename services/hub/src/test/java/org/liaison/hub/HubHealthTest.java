package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInPostgres;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.database.Database;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Reading;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.seal.Unproven;

/// Readiness says which machine is away; liveness has the hub restarted only for what a restart mends.
class HubHealthTest {

    private static final String READY = "/actuator/health/readiness";
    private static final String ALIVE = "/actuator/health/liveness";
    private static final String OTHERS_OUT = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where backend_type = 'client backend' and pid <> pg_backend_pid()";
    private static final String SENDERS = "mailbox.xc.social.welfare";

    @TempDir
    Path folder;

    /// As when its disk fails it: nobody told the hub.
    @Test
    void a_broker_that_stopped_by_itself_comes_back_with_all_that_lay_in_it() throws Exception {
        Town town = Town.found(folder);
        try (HubProgram.Running hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE)) {
            int port = hub.brokerPort();
            Slip before;
            try (Visitor sender = Visitor.with(town, port, Town.GATEWAY_XC)) {
                before = send(town, sender);
                assertThat(sender.receive(SENDERS)).isInstanceOf(Wire.Receipt.class);
            }
            ((EmbeddedBroker) hub.part(Broker.class)).server().stop();
            OperationsTest.await(() -> hub.part(BrokerWatch.class).revivals() == 1);
            assertReadyAgain(hub);
            assertThat(status(hub, ALIVE)).isEqualTo(200);
            assertThat(hub.brokerPort()).as("where gateways look for it").isEqualTo(port);
            try (Visitor sender = Visitor.with(town, port, Town.GATEWAY_XC);
                    Visitor recipient = Visitor.with(town, port, Town.GATEWAY_XA)) {
                Slip after = send(town, sender);
                assertThat(sender.receive(SENDERS)).isInstanceOf(Wire.Receipt.class);
                for (Slip slip : List.of(before, after))
                    assertThat(idIn(recipient.receive("mailbox.xa.social.shelter")))
                            .isEqualTo(slip.id());
            }
            assertThat(hub.views().changes().since(town.founded))
                    .extracting(change -> change.note())
                    .containsOnlyOnce(BrokerWatch.STOPPED + "1 of " + BrokerWatch.MOST);
        }
    }

    @Test
    void a_broker_that_does_not_come_back_is_said_and_has_the_hub_started_anew() throws Exception {
        try (HubProgram.Running hub = start()) {
            assertThat(OperationsTest.get(hub.managementPort(), READY).statusCode())
                    .isEqualTo(200);
            hub.part(Broker.class).close();
            OperationsTest.await(() -> status(hub, READY) == 503);
            assertThat(body(hub, READY)).contains("\"broker\":\"is not up\"");
            assertThat(status(hub, ALIVE)).as("it is tried again first").isEqualTo(200);
            OperationsTest.await(() -> status(hub, ALIVE) == 503);
            assertThat(body(hub, ALIVE)).contains("does not start again");
        }
    }

    @Test
    void a_database_that_stopped_is_said() throws Exception {
        try (HubProgram.Running hub = start()) {
            hub.part(Database.class).close();
            OperationsTest.await(() -> status(hub, READY) == 503);
            assertThat(OperationsTest.get(hub.managementPort(), READY).body())
                    .contains("The database does not answer.");
            assertThat(status(hub, ALIVE)).isEqualTo(200);
        }
    }

    /// As after a switch to a standby: whoever was connected is put out, and whoever comes can only read.
    @Test
    void a_database_that_became_read_only_is_said_until_it_is_not_and_then_post_goes_on() throws Exception {
        Town town = Town.found(folder);
        try (HubProgram.Running hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
                Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC)) {
            sql(hub, "alter system set default_transaction_read_only = on", "select pg_reload_conf()", OTHERS_OUT);
            assertUnready(hub, "The database is read-only, so nothing can be recorded.");
            Slip slip = send(town, sender);
            OperationsTest.await(() -> !hub.part(Lanes.class).troubles().isEmpty());
            assertUnready(hub, "The database is read-only, so nothing can be recorded.");
            sql(hub, "alter system reset default_transaction_read_only", "select pg_reload_conf()");
            assertReadyAgain(hub);
            assertThat(sender.receive(SENDERS)).isInstanceOf(Wire.Receipt.class);
            assertThat(hub.views().trace().of(slip.id())).hasSize(1);
        }
    }

    @Test
    void a_log_whose_table_is_away_is_said_until_it_is_back() throws Exception {
        try (HubProgram.Running hub = start()) {
            sql(hub, "alter table log_entry rename to log_entry_away");
            assertUnready(hub, "The log's tables are not where they were, or may not be read.");
            sql(hub, "alter table log_entry_away rename to log_entry");
            assertReadyAgain(hub);
        }
    }

    @Test
    void a_log_that_another_program_took_over_is_said_until_that_one_lets_go_and_then_post_goes_on() throws Exception {
        Town town = Town.found(folder);
        try (HubProgram.Running hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
                Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC)) {
            sql(hub, "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
            HubSettings settings = hub.part(HubSettings.class);
            try (BookInPostgres _ = BookInPostgres.open(
                    hub.part(Database.class).source(),
                    LogKeyFile.signer(settings.log().key(), hub.part(LogKeys.class)),
                    Clock.systemUTC())) {
                assertUnready(hub, "Another program has taken the log over.");
            }
            assertReadyAgain(hub);
            send(town, sender);
            assertThat(sender.receive(SENDERS)).isInstanceOf(Wire.Receipt.class);
        }
    }

    private static MessageId idIn(Wire delivery) {
        return Unproven.content(((Wire.Delivery) delivery).slip())
                .map(json -> ((Reading.Clear<Slip>) Slip.read(json)).value().id())
                .orElseThrow();
    }

    private static Slip send(Town town, Visitor sender) throws Exception {
        Bytes content = Bytes.ofUtf8("sealed");
        Slip slip = town.slip(content, Priority.URGENT);
        sender.send("intake.gateway-xc.urgent", slip.id().toString(), Frames.write(town.envelope(slip, content)));
        return slip;
    }

    private static void assertUnready(HubProgram.Running hub, String sentence) throws Exception {
        OperationsTest.await(() -> body(hub, READY).contains(sentence));
        assertThat(status(hub, READY)).isEqualTo(503);
        assertThat(status(hub, ALIVE)).as("a restart would not help").isEqualTo(200);
    }

    private static void assertReadyAgain(HubProgram.Running hub) throws Exception {
        OperationsTest.await(() -> status(hub, READY) == 200);
    }

    private static void sql(HubProgram.Running hub, String... statements) throws SQLException {
        DataSource source = hub.part(Database.class).source();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) statement.execute(one);
            // The pool must not use it again: it knows the database as it was.
            source.unwrap(HikariDataSource.class).evictConnection(connection);
        }
    }

    private HubProgram.Running start() {
        return HubProgram.start(Town.found(folder).hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
    }

    private static String body(HubProgram.Running hub, String path) {
        try {
            return OperationsTest.get(hub.managementPort(), path).body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static int status(HubProgram.Running hub, String path) {
        try {
            return OperationsTest.get(hub.managementPort(), path).statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
