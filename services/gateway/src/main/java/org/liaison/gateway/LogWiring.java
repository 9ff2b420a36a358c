package org.liaison.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Optional;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.auditlog.check.WitnessKeys;
import org.liaison.auditlog.witness.Witness;
import org.liaison.auditlog.witness.WitnessKey;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The audit log as this gateway sees it: by whose keys, where it is published, and who looks at
/// it.
@Configuration(proxyBeanMethods = false)
class LogWiring {

    @Bean
    LogKeys logKeys(GatewaySettings settings) {
        return LogKeys.parse(read(settings.trust().resolve("log.vkey")));
    }

    /// A trust folder without witnesses is one of a network that has none.
    @Bean
    WitnessKeys witnessKeys(GatewaySettings settings) {
        Path file = settings.trust().resolve("witnesses.vkeys");
        return WitnessKeys.parse(Files.exists(file) ? read(file) : "");
    }

    @Bean
    PublishedLog publishedLog(GatewaySettings settings) {
        return new PublishedLog(Optional.ofNullable(settings.hub().logUrl()));
    }

    @Bean
    LogWatch logWatch(PublishedLog published, LogExaminer log, Checkpoints checkpoints, Clock clock) {
        return new LogWatch(published, log, checkpoints, clock);
    }

    @Bean
    Witnesses witnesses(Records records, LogKeys log, PublishedLog published, GatewaySettings settings) {
        GatewaySettings.Witness witness = settings.witness();
        return new Witnesses(
                records.database(), log.origin(), new Witnesses.Terms(looking(published, witness), witness.states()));
    }

    @Bean
    LogDoubts logDoubts(PublishedLog published, WitnessKeys witnessKeys, GatewaySettings settings, Clock clock) {
        GatewaySettings.Witness witness = settings.witness();
        boolean witnessed = witnessKeys.states() >= witness.states();
        return new LogDoubts(new LogDoubts.Terms(looking(published, witness), witnessed, witness.patience()), clock);
    }

    private static boolean looking(PublishedLog published, GatewaySettings.Witness witness) {
        return published.isKnown() && !witness.every().isZero();
    }

    @Bean
    WitnessExaminer witnessExaminer(LogKeys log, WitnessKeys witnessKeys) {
        return new WitnessExaminer(log, witnessKeys);
    }

    @Bean
    CosignedPaths cosignedPaths(PublishedLog published, Witnesses witnesses, WitnessExaminer examiner) {
        return new CosignedPaths(published, witnesses, examiner);
    }

    @Bean
    ChangedLogs changedLogs(Records records, LogKeys log) {
        return new ChangedLogs(records.database(), log);
    }

    @Bean
    LogPatrol.Watch watch(
            Records records,
            LogKeys log,
            WitnessExaminer examiner,
            Witnesses witnesses,
            ChangedLogs changed,
            LogDoubts doubts,
            GatewaySettings settings) {
        Witness witness = new Witness(log, new LogMemory(records.database(), log.origin()));
        return new LogPatrol.Watch(witness, key(settings, examiner.witnesses()), examiner, witnesses, changed, doubts);
    }

    @Bean
    LogPatrol patrol(
            PublishedLog log,
            LogPatrol.Watch watch,
            SetAsideInPostgres setAside,
            Clock clock,
            GatewaySettings settings) {
        return new LogPatrol(log, watch, setAside, clock, settings.witness().every());
    }

    @Bean
    HealthIndicator logHealthIndicator(LogPatrol patrol) {
        return GatewayHealth.log(patrol);
    }

    private static Optional<WitnessKey> key(GatewaySettings settings, WitnessKeys published) {
        return Optional.ofNullable(settings.witness().key()).map(at -> {
            KeyFile.Entry entry =
                    KeyFile.open(at.file(), Password.read(at.passwordFile())).entry("ed25519");
            KeyPair pair = new KeyPair(entry.chain().getFirst().getPublicKey(), entry.key());
            return WitnessKey.of(settings.code(), pair, published);
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the public keys of the audit log in " + file, e);
        }
    }
}
