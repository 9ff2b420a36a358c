package org.liaison.hub;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.statistics.Terms;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/// Everything that can be set, under `hub:` in one YAML file. Relative paths are relative to that file's folder;
/// a key that is not listed here is refused. Each key says what someone can do who controls it.
///
/// @param data folder for database, broker journal and marks; required. *Who controls it can stop the hub and delay
///     messages; neither forge nor read them.*
/// @param trust folder with `roots/`, `issuers/` and `crl/`; required. *Can make anybody an authority.*
/// @param directory signed directory; required. *Can hold back a newer one, until the one in force expires.*
/// @param rulebook signed rulebook; required. *As for the directory.*
/// @param reload how often directory, rulebook and revocation lists are looked at; default 10s. *Can delay them.*
/// @param keys see [Keys]
/// @param log see [Log]
/// @param database see [DatabaseAt]
/// @param broker see [BrokerAt]
/// @param web see [Web]
/// @param lanes see [Lanes]
/// @param limits see [Limits]
/// @param statistics see [Statistics]
/// @param console see [ConsoleSettings.At]
/// @param alerts see [ConsoleSettings.Alerts]
/// @param tracing see [Tracing]
public record HubSettings(
        Path data,
        Path trust,
        Path directory,
        Path rulebook,
        @DefaultValue("10s") Duration reload,
        Keys keys,
        Log log,
        @DefaultValue DatabaseAt database,
        @DefaultValue BrokerAt broker,
        @DefaultValue Web web,
        @DefaultValue Lanes lanes,
        @DefaultValue Limits limits,
        @DefaultValue Statistics statistics,
        @DefaultValue ConsoleSettings.At console,
        @DefaultValue ConsoleSettings.Alerts alerts,
        @DefaultValue Tracing tracing) {

    public HubSettings {
        Given.all("hub.", "data", data, "trust", trust, "directory", directory, "rulebook", rulebook, "keys", keys);
        Given.all("hub.", "log", log);
        if (reload.compareTo(Duration.ofMillis(100)) < 0)
            throw new IllegalArgumentException("hub.reload is at least 100ms");
    }

    HubSettings relativeTo(Path folder) {
        return new HubSettings(
                folder.resolve(data).normalize(),
                folder.resolve(trust).normalize(),
                folder.resolve(directory).normalize(),
                folder.resolve(rulebook).normalize(),
                reload,
                keys.relativeTo(folder),
                log.relativeTo(folder),
                database.relativeTo(folder),
                broker.relativeTo(folder),
                web,
                lanes,
                limits,
                statistics,
                console.relativeTo(folder),
                alerts.relativeTo(folder),
                tracing);
    }

    /// A PKCS#12 file and the file that holds its password. *Who reads both can act as its holder.*
    public record KeyAt(Path file, @Name("password-file") Path passwordFile) {

        public KeyAt {
            Given.all("a key's ", "file", file, "password-file", passwordFile);
        }

        KeyAt relativeTo(Path folder) {
            return new KeyAt(
                    folder.resolve(file).normalize(),
                    folder.resolve(passwordFile).normalize());
        }
    }

    /// The keys of the hub. It holds none that opens content.
    ///
    /// @param evidence signs evidence; required. *Can issue evidence in the hub's name, which the log would not
    ///     hold.*
    /// @param tls answers gateways; required. *Can pose as the hub to gateways, and delay messages.*
    public record Keys(KeyAt evidence, KeyAt tls) {

        public Keys {
            Given.all("hub.keys.", "evidence", evidence, "tls", tls);
        }

        Keys relativeTo(Path folder) {
            return new Keys(evidence.relativeTo(folder), tls.relativeTo(folder));
        }
    }

    /// The keys of the audit log; its name is in `trust/log.vkey`.
    ///
    /// @param key signs checkpoints; required. *Can show different people different logs, which comparing
    ///     checkpoints reveals.*
    public record Log(KeyAt key) {

        public Log {
            Given.all("hub.log.", "key", key);
        }

        Log relativeTo(Path folder) {
            return new Log(key.relativeTo(folder));
        }
    }

    /// Where the audit log is kept.
    ///
    /// @param url a PostgreSQL server, `jdbc:postgresql://host/database`; without it the hub runs one of its own
    ///     under `data`. *Who controls the database can stop the hub; changing what it holds breaks the log
    ///     visibly.*
    /// @param user default `liaison`
    /// @param passwordFile for `url`
    /// @param connections default 6
    public record DatabaseAt(
            Optional<String> url,
            @DefaultValue("liaison") String user,
            @Name("password-file") @Nullable Path passwordFile,
            @DefaultValue("6") int connections) {

        public DatabaseAt {
            url = Given.orEmpty(url);
        }

        DatabaseAt relativeTo(Path folder) {
            return new DatabaseAt(url, user, at(folder, passwordFile), connections);
        }
    }

    /// Where post waits.
    ///
    /// @param url a broker of its own, `tcp://host:61617`; without it the hub runs one inside. *Who controls the
    ///     broker can stop and delay messages, and see who writes to whom; neither read nor forge them.*
    /// @param user and `passwordFile`: how the hub signs on to `url`
    /// @param host where the hub's own broker listens; default `127.0.0.1`. *`0.0.0.0` lets every machine knock;
    ///     without a gateway's certificate none comes in.*
    /// @param port default 61617; 0 takes a free one
    /// @param journalDelay how long the journal waits to write several transactions at once; default 200us. *Can
    ///     slow the hub down.*
    public record BrokerAt(
            Optional<String> url,
            @DefaultValue("hub") String user,
            @Name("password-file") @Nullable Path passwordFile,
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("61617") int port,
            @Name("journal-delay") @DefaultValue("200us") Duration journalDelay) {

        public BrokerAt {
            url = Given.orEmpty(url);
            Given.port("hub.broker.port", port);
            if (url.isPresent() && passwordFile == null)
                throw new IllegalArgumentException("hub.broker.url needs hub.broker.password-file");
        }

        BrokerAt relativeTo(Path folder) {
            return new BrokerAt(url, user, at(folder, passwordFile), host, port, journalDelay);
        }
    }

    /// Where the log's tiles and, at a port of its own, the hub's health can be read, without credentials. The log
    /// tells nobody who wrote to whom.
    ///
    /// @param host default `127.0.0.1`. *`0.0.0.0` lets everybody read the public log.*
    /// @param port for the log; default 8480; 0 takes a free one
    /// @param managementPort for health and the operators' counts; default 8481. *Who reaches it sees how many
    ///     messages went from which country to which, the ids of messages and cases in which an answer is
    ///     overdue and which authorities wait for which, which routes an operator paused and why; and can
    ///     close a period of the statistics.*
    /// @param managementHost where that port is; default `127.0.0.1`
    public record Web(
            @DefaultValue("127.0.0.1") InetAddress host,
            @DefaultValue("8480") int port,

            @Name("management-host") @DefaultValue("127.0.0.1")
            InetAddress managementHost,

            @Name("management-port") @DefaultValue("8481") int managementPort) {

        public Web {
            Given.port("hub.web.port", port);
            Given.port("hub.web.management-port", managementPort);
        }
    }

    /// How much is done at once. *Can slow the hub down.*
    ///
    /// @param batch messages that share one entry in the journal, one append to the log and one checkpoint; default
    ///     200
    /// @param batchBytes a batch ends at this size; default 4 MiB, for a
    ///     message in hand lies in memory several times
    /// @param linger how long a batch that has begun waits for more; default 2ms
    public record Lanes(
            @DefaultValue("200") int batch,
            @Name("batch-bytes") @DefaultValue("4194304") long batchBytes,
            @DefaultValue("2ms") Duration linger) {

        public Lanes {
            if (batch < 1 || batch > 5000) throw new IllegalArgumentException("hub.lanes.batch is 1 to 5000");
            if (batchBytes < 1024) throw new IllegalArgumentException("hub.lanes.batch-bytes is at least 1024");
        }
    }

    /// What is refused.
    ///
    /// @param envelopeBytes what the hub carries at most; default 64 MiB. *Can make the hub refuse large
    ///     messages, or fill its memory.*
    /// @param clockSkew how far a sender's clock may run ahead; default 5m. *Can let messages be dated forward.*
    /// @param snapshotGrace how long past its expiry a directory or rulebook is still used; default 72h. *Can
    ///     keep withdrawn authorities and rules alive.*
    /// @param revocationGrace how long past its next update a revocation list is still used; default 24h. *Can
    ///     keep revoked certificates alive.*
    public record Limits(
            @Name("envelope-bytes") @DefaultValue("67108864")
            long envelopeBytes,

            @Name("clock-skew") @DefaultValue("5m") Duration clockSkew,
            @Name("snapshot-grace") @DefaultValue("72h") Duration snapshotGrace,
            @Name("revocation-grace") @DefaultValue("24h") Duration revocationGrace) {}

    /// What may be seen of the hub's counts. Every value can be made stricter, none laxer. *Can withhold figures.*
    ///
    /// @param k cases a figure stands for at least; default 11
    /// @param step figures are rounded down to a multiple of this; default 10
    /// @param attributes variables in one table at most; default 4
    /// @param months the shortest period; default 3
    /// @param settling days after its end before a period is closed; default 90, at least 30
    public record Statistics(
            @DefaultValue("11") int k,
            @DefaultValue("10") int step,
            @DefaultValue("4") int attributes,
            @DefaultValue("3") int months,
            @DefaultValue("90") int settling) {

        public Statistics {
            new Terms(k, step, attributes, months, settling);
        }

        Terms terms() {
            return new Terms(k, step, attributes, months, settling);
        }
    }

    private static @Nullable Path at(Path folder, @Nullable Path file) {
        return file == null ? null : folder.resolve(file).normalize();
    }
}
