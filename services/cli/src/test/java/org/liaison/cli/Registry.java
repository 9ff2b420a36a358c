package org.liaison.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.liaison.certs.Issued;
import org.liaison.certs.Order;
import org.liaison.certs.Pki;
import org.liaison.certs.Profile;
import org.liaison.directory.Agreement;
import org.liaison.directory.Authority;
import org.liaison.directory.Channel;
import org.liaison.directory.ContactPoint;
import org.liaison.directory.Directory;
import org.liaison.directory.Family;
import org.liaison.directory.LegalBasis;
import org.liaison.directory.Listing;
import org.liaison.directory.Parties;
import org.liaison.directory.Rule;
import org.liaison.directory.Rulebook;
import org.liaison.directory.Snapshot;
import org.liaison.directory.Snapshots;
import org.liaison.directory.WorkingCalendar;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.Country;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.Strength;

/// Signed files of a small network, as two administrators would hand them out, and the keys of both.
final class Registry {

    static final MessageKind REQUEST = new MessageKind("MLA-REQ");
    private static final LegalBasis UNTOC = new LegalBasis("UNTOC+TIP");
    private static final LegalBasis TREATY = new LegalBasis("BILATERAL:XA-XC-2019");
    private static final Instant LONG_SINCE = Instant.parse("2019-07-01T00:00:00Z");

    private final Path folder;
    private final Instant now = Instant.now();
    private final Pki pki;

    Registry(Path folder) {
        this.folder = folder;
        this.pki = Pki.create(folder.resolve("pki"), now);
        Issued one = administrator("one");
        Issued two = administrator("two");
        pki.publishCrls(now);
        List<UnaryOperator<Bytes>> signers = List.of(signer(one), signer(two));
        write(directory(), folder.resolve("directory.p7m"), signers);
        write(rulebook(), folder.resolve("rulebook.p7m"), signers);
    }

    /// The options that name these files.
    List<String> options() {
        return List.of("--directory", path("directory.p7m"), "--rulebook", path("rulebook.p7m"), "--trust", trust());
    }

    String trust() {
        return pki.trust().toString();
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    private Issued administrator(String name) {
        return pki.issue(Order.of(Profile.ADMINISTRATOR, name), folder.resolve(name + ".p12"), now);
    }

    private UnaryOperator<Bytes> signer(Issued issued) {
        var signer =
                KeyFile.open(issued.p12(), Password.read(issued.passwordFile())).signer();
        return content -> signer.sign(content, Strength.ECDSA_AND_ML_DSA, now);
    }

    private static void write(Snapshot snapshot, Path file, List<UnaryOperator<Bytes>> administrators) {
        try {
            Bytes once = Snapshots.sign(snapshot, administrators.getFirst());
            Files.write(file, administrators.getLast().apply(once).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Directory directory() {
        return new Directory(
                7,
                now,
                now.plus(Duration.ofDays(30)),
                List.of(
                        authority("xa.central.justice", "+01:00"),
                        authority("xa.prosecutor.general", "+01:00"),
                        authority("xb.prosecutor.general", "+03:00"),
                        authority("xc.central.justice", "-05:00"),
                        authority("xc.prosecutor.general", "-05:00")));
    }

    private Rulebook rulebook() {
        Set<Family> assistance = Set.of(new Family("MLA"));
        return new Rulebook(
                7,
                now,
                now.plus(Duration.ofDays(30)),
                List.of(
                        Agreement.of(
                                "XA-XC-2019",
                                Parties.of(new Country("XA"), new Country("XC")),
                                TREATY,
                                LONG_SINCE,
                                assistance,
                                Set.of(Channel.CENTRAL, Channel.DIRECT)),
                        Agreement.of(
                                "UNTOC-TIP", Parties.any(), UNTOC, LONG_SINCE, assistance, Set.of(Channel.CENTRAL))),
                List.of(
                        Rule.between(AuthorityKind.CENTRAL, AuthorityKind.CENTRAL, Set.of(REQUEST), UNTOC, TREATY),
                        Rule.between(
                                AuthorityKind.PROSECUTOR, AuthorityKind.PROSECUTOR, Set.of(REQUEST), UNTOC, TREATY)));
    }

    /// Monday to Friday from 08:00 to 16:00 by its own clock; Christmas is off.
    private static Authority authority(String name, String utcOffset) {
        AuthorityCode code = AuthorityCode.parse(name);
        WorkingCalendar calendar = new WorkingCalendar(
                utcOffset,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 0),
                LocalTime.of(16, 0),
                Set.of(LocalDate.of(2026, 12, 25)));
        return new Authority(
                code,
                "Authority " + code,
                new GatewayCode("gateway-" + code.country().code().toLowerCase(Locale.ROOT)),
                Set.of(REQUEST),
                List.of("en"),
                10_000_000,
                Suite.HYBRID_2026,
                Set.of(Bytes.ofUtf8("signing certificate of " + code).sha256()),
                Bytes.ofUtf8("encryption certificate of " + code),
                new ContactPoint(
                        "+442079460011",
                        "desk@" + code.name() + ".example",
                        false,
                        "Mon-Fri 08:00-16:00",
                        utcOffset,
                        Optional.of(calendar)),
                Listing.NOTHING);
    }
}
