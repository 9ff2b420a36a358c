package org.liaison.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liaison.database.DatabaseSettings;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;
import org.liaison.signin.SignInKeys;
import org.liaison.statistics.Terms;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/// Everything that can be set, under `gateway:` in one YAML file. Relative paths are relative to that
/// file's folder; a
/// key that is not listed here is refused. Each key says what someone can do who controls it.
///
/// @param code this gateway's code in the directory; required. *Nothing: its certificate must say the same.*
/// @param data folder for the database and the vault key; required. *Who reads all of it reads every
///     case; who deletes it deletes them.*
/// @param trust folder with `roots/`, `issuers/`, `crl/` and `log.vkey`; required. *Can make anybody an authority.*
/// @param directory signed directory; required. *Can hold back a newer one, until the one in force expires.*
/// @param rulebook signed rulebook; required. *As for the directory.*
/// @param reload how often revocation lists are read again; default 30s. *Can delay them.*
/// @param authorities see [Seat]; at least one
/// @param hub see [HubAt]
/// @param vaultKey 32 bytes, made at first start; default `vault.key` in `data`. *With the database:
///     reads every case.*
/// @param tokenFile where the first token is written, 0600; without it the token is printed, once. *Acts for all
///     authorities here.*
/// @param database see [DatabaseAt]
/// @param web see [Web]
/// @param patience see [Patience]
/// @param limits see [Limits]
/// @param statistics see [Statistics]
/// @param desk see [Desk]
/// @param witness see [Witness]
/// @param tracing see [Tracing]
record GatewaySettings(
        String code,
        Path data,
        Path trust,
        Path directory,
        Path rulebook,
        @DefaultValue("30s") Duration reload,
        List<Seat> authorities,
        HubAt hub,
        @Name("vault-key") @Nullable Path vaultKey,
        @Name("token-file") @Nullable Path tokenFile,
        @DefaultValue DatabaseAt database,
        @DefaultValue Web web,
        @DefaultValue Patience patience,
        @DefaultValue Limits limits,
        @DefaultValue Statistics statistics,
        @DefaultValue Desk desk,
        @DefaultValue Witness witness,
        @DefaultValue Tracing tracing) {

    GatewaySettings {
        new GatewayCode(required("code", code));
        required("data", data);
        required("trust", trust);
        required("directory", directory);
        required("rulebook", rulebook);
        required("hub", hub);
        authorities = List.copyOf(required("authorities", authorities));
        if (authorities.isEmpty()) throw new IllegalArgumentException("gateway.authorities lists at least one");
        if (authorities.stream().map(Seat::code).distinct().count() < authorities.size())
            throw new IllegalArgumentException("gateway.authorities lists an authority twice");
        Set<AuthorityCode> seats = authorities.stream().map(Seat::authority).collect(Collectors.toSet());
        for (AuthorityCode partner : desk.partners())
            if (!seats.contains(partner))
                throw new IllegalArgumentException(
                        "gateway.desk.training-counterparts: " + partner + " is no authority of this gateway");
    }

    /// A PKCS#12 file and the file that holds its password. *Who reads both can act as its holder.*
    record KeyAt(Path file, @Name("password-file") Path passwordFile) {
        KeyAt {
            required("a key's file", file);
            required("a key's password-file", passwordFile);
        }

        KeyAt in(Path folder) {
            return new KeyAt(at(folder, file), at(folder, passwordFile));
        }
    }

    /// An authority at this gateway.
    ///
    /// @param code as in the directory; required
    /// @param keys its signing and decryption keys; required. *Signs in its name and reads what is sent to it.*
    record Seat(String code, KeyAt keys) {
        Seat {
            AuthorityCode.parse(required("authorities[].code", code));
            required("authorities[].keys", keys);
        }

        AuthorityCode authority() {
            return AuthorityCode.parse(code);
        }
    }

    /// The hub, and with what to meet it.
    ///
    /// @param host its name or address, as in its certificate; required. *Can stop and delay messages.*
    /// @param port required
    /// @param tls our certificate for mutual TLS; required. *Can send as this gateway what its
    ///     authorities signed, and empty its mailboxes.*
    /// @param logUrl where the hub publishes its audit log (`http://hub:8080`, the log is at `/log`); without it
    ///     `verification` makes no consistency check. *Can hide a fork from that check.*
    /// @param report how often the hub's operators are told how this gateway is; default
    ///     30s. *Can make it look silent.*
    record HubAt(
            String host,
            int port,
            KeyAt tls,
            @Name("log-url") @Nullable URI logUrl,
            @DefaultValue("30s") Duration report) {
        HubAt {
            required("hub.host", host);
            required("hub.tls", tls);
            if (port < 1 || port > 65535) throw new IllegalArgumentException("gateway.hub.port is 1 to 65535");
            if (report.compareTo(Duration.ofSeconds(1)) < 0)
                throw new IllegalArgumentException("gateway.hub.report is at least 1s");
        }
    }

    /// @param url a PostgreSQL server, `jdbc:postgresql://host/database`; without it the gateway runs
    ///     one of its own
    ///     under `data`. *Can stop the gateway and see what the hub sees; not read letters.*
    /// @param user default `liaison`
    /// @param passwordFile for `url`
    /// @param connections default 8
    record DatabaseAt(
            @Nullable String url,
            @DefaultValue("liaison") String user,
            @Name("password-file") @Nullable Path passwordFile,
            @DefaultValue("8") int connections) {}

    /// The REST API, and beside it health on a port of its own.
    ///
    /// @param host default `127.0.0.1`. *`0.0.0.0` lets every machine knock, over plain HTTP: put a
    ///     TLS proxy before.*
    /// @param port default 8090; 0 takes a free one
    /// @param managementHost default `127.0.0.1`
    /// @param managementPort for health and meters; default 8091; 0 takes a free one. *Who reaches it sees how
    ///     much waits in the outbox and how the gateway's machine is; no case, message or person.*
    record Web(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("8090") int port,

            @Name("management-host") @DefaultValue("127.0.0.1")
            String managementHost,

            @Name("management-port") @DefaultValue("8091") int managementPort) {}

    /// The web application of the officers, on the same port as the API.
    ///
    /// @param idle after how long without a click a session ends; default 30m. *Longer: who finds
    /// an unlocked screen comes in.*
    /// @param longest after how long a session ends anyway; default 12h
    /// @param training whether nothing here is real, and every page and paper says so; default
    /// false. *Does not start with a directory that names a real country.*
    /// @param trainingCounterparts authorities of this gateway that answer by themselves; only with
    /// `training`. *Answers in their names, with the forms of `training-forms`.*
    /// @param trainingForms folder of filled forms, sent in the order of the files' names as far as
    /// the case allows; required with counterparts
    /// @param fourEyes whether a supervisor releases what an officer writes; default false. *Off:
    /// one person sends. Whoever holds a token of the API sends without it: a program has its own
    /// second person.*
    /// @param origin the address at which browsers reach it; default this machine's, over plain
    /// HTTP. Required behind a proxy. *Can make passkeys for another site; they do not open this
    /// one.*
    /// @param enrolmentFile where the link of the first administrator is written, 0600; without it
    /// it is printed, once. *Opens the door to whoever reads it first.*
    /// @param signIn see [SignInKeys]
    record Desk(
            @DefaultValue("30m") Duration idle,
            @DefaultValue("12h") Duration longest,
            @DefaultValue("false") boolean training,
            @Name("training-counterparts") @DefaultValue List<String> trainingCounterparts,
            @Name("training-forms") @Nullable Path trainingForms,
            @Name("four-eyes") @DefaultValue("false") boolean fourEyes,
            @Nullable URI origin,
            @Name("enrolment-file") @Nullable Path enrolmentFile,
            @Name("sign-in") @Nullable SignInKeys signIn) {

        SignInKeys keys() {
            return signIn == null ? SignInKeys.none() : signIn;
        }

        Desk {
            trainingCounterparts = List.copyOf(trainingCounterparts);
            trainingCounterparts.forEach(AuthorityCode::parse);
            if (!trainingCounterparts.isEmpty() && !training)
                throw new IllegalArgumentException(
                        "gateway.desk.training-counterparts answer only where gateway.desk.training is set");
            if (!trainingCounterparts.isEmpty() && trainingForms == null)
                throw new IllegalArgumentException(
                        "gateway.desk.training-forms is required with gateway.desk.training-counterparts");
        }

        Set<AuthorityCode> partners() {
            return trainingCounterparts.stream().map(AuthorityCode::parse).collect(Collectors.toSet());
        }

        private Desk relativeTo(Path folder) {
            return new Desk(
                    idle,
                    longest,
                    training,
                    trainingCounterparts,
                    trainingForms == null ? null : at(folder, trainingForms),
                    fourEyes,
                    origin,
                    enrolmentFile == null ? null : at(folder, enrolmentFile),
                    keys().relativeTo(folder));
        }
    }

    /// How long to wait for what. *Can delay messages, and the moment at which an officer hears of it.*
    ///
    /// @param lifetime how long a message may travel; default 7d
    /// @param retry the pause before a message without evidence is sent again; default 60s, doubling
    /// @param retryLongest up to this; default 1h
    /// @param handoverLimit after which an officer is told; default 24h
    /// @param handoverLimitUrgent the same for urgent messages; default 2h
    /// @param snapshotGrace how long an expired directory or rulebook is still used; default 24h
    /// @param revocationGrace how long a stale revocation list is still believed; default 24h
    record Patience(
            @DefaultValue("7d") Duration lifetime,
            @DefaultValue("60s") Duration retry,
            @Name("retry-longest") @DefaultValue("1h") Duration retryLongest,
            @Name("handover-limit") @DefaultValue("24h") Duration handoverLimit,

            @Name("handover-limit-urgent") @DefaultValue("2h")
            Duration handoverLimitUrgent,

            @Name("snapshot-grace") @DefaultValue("24h") Duration snapshotGrace,
            @Name("revocation-grace") @DefaultValue("24h") Duration revocationGrace) {}

    /// How much at once. *Can slow the gateway down, or let one request fill its memory*: sealing
    /// takes about 25 times the size of a request, so whoever raises these gives the program more
    /// memory.
    ///
    /// @param batch messages in one transaction; default 100
    /// @param formBytes the largest form; default 1 MiB
    /// @param attachmentBytes the largest attachment; default 5 MiB
    /// @param requestBytes the largest request, and all requests at one moment; default 6 MiB
    record Limits(
            @DefaultValue("100") int batch,
            @Name("form-bytes") @DefaultValue("1048576") long formBytes,

            @Name("attachment-bytes") @DefaultValue("5242880")
            long attachmentBytes,

            @Name("request-bytes") @DefaultValue("6291456") long requestBytes) {

        Limits {
            if (batch < 1 || batch > 1000) throw new IllegalArgumentException("gateway.limits.batch is 1 to 1000");
        }
    }

    /// What may be seen of many cases. Every value can be made stricter, none laxer. *Can withhold figures.*
    ///
    /// @param k cases a figure stands for at least; default 11
    /// @param step figures are rounded down to a multiple of this; default 10
    /// @param attributes variables in one table at most; default 4
    /// @param months the shortest period; default 3
    /// @param settling days after its end before a period is closed; default 90, at least 30
    record Statistics(
            @DefaultValue("11") int k,
            @DefaultValue("10") int step,
            @DefaultValue("4") int attributes,
            @DefaultValue("3") int months,
            @DefaultValue("90") int settling) {

        Statistics {
            new Terms(k, step, attributes, months, settling);
        }

        Terms terms() {
            return new Terms(k, step, attributes, months, settling);
        }
    }

    /// Looking at the published audit log (`hub.log-url`) again and again, and cosigning what
    /// only grew.
    ///
    /// @param key the key of this gateway's witness; without it the gateway looks and does not
    ///     cosign. *With the witness key of another State and the log's key: makes a log that was
    ///     changed look watched.*
    /// @param every default 1m; 0 never looks. *Longer: a changed log is noticed later.*
    /// @param states of how many States witnesses must have cosigned before an entry is called
    ///     witnessed; default 2, not less. *Can withhold that word.*
    /// @param patience how long the log may stay unread, or grow unwitnessed, before every page of
    ///     the desk says so; default 1h. *Longer: officers rely for longer on what cannot be proved.*
    record Witness(
            @Nullable KeyAt key,
            @DefaultValue("1m") Duration every,
            @DefaultValue("2") int states,
            @DefaultValue("1h") Duration patience) {

        Witness {
            if (every.isNegative()) throw new IllegalArgumentException("gateway.witness.every is not less than 0");
            if (states < 2) throw new IllegalArgumentException("gateway.witness.states is at least 2");
            if (patience.isNegative())
                throw new IllegalArgumentException("gateway.witness.patience is not less than 0");
        }

        private Witness relativeTo(Path folder) {
            return new Witness(key == null ? null : key.in(folder), every, states, patience);
        }
    }

    GatewayCode gateway() {
        return new GatewayCode(code);
    }

    Set<AuthorityCode> seats() {
        return authorities.stream().map(Seat::authority).collect(Collectors.toCollection(TreeSet::new));
    }

    Path vault() {
        return vaultKey == null ? data.resolve("vault.key") : vaultKey;
    }

    DatabaseSettings databaseSettings() {
        return new DatabaseSettings(
                Optional.ofNullable(database.url),
                database.user,
                Optional.ofNullable(database.passwordFile),
                data.resolve("database"),
                database.connections);
    }

    /// The same with every path made absolute against the folder of the configuration file.
    GatewaySettings relativeTo(Path folder) {
        return new GatewaySettings(
                code,
                at(folder, data),
                at(folder, trust),
                at(folder, directory),
                at(folder, rulebook),
                reload,
                authorities.stream()
                        .map(seat -> new Seat(seat.code, seat.keys.in(folder)))
                        .toList(),
                new HubAt(hub.host, hub.port, hub.tls.in(folder), hub.logUrl, hub.report),
                vaultKey == null ? null : at(folder, vaultKey),
                tokenFile == null ? null : at(folder, tokenFile),
                new DatabaseAt(
                        database.url,
                        database.user,
                        database.passwordFile == null ? null : at(folder, database.passwordFile),
                        database.connections),
                web,
                patience,
                limits,
                statistics,
                desk.relativeTo(folder),
                witness.relativeTo(folder),
                tracing);
    }

    private static Path at(Path folder, Path path) {
        return folder.resolve(path).normalize();
    }

    private static <T> T required(String key, @Nullable T value) {
        if (value == null) throw new IllegalArgumentException("gateway." + key + " is required");
        return value;
    }
}
