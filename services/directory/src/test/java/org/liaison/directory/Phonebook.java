package org.liaison.directory;

import static org.liaison.directory.Sample.*;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageKind;

/// A directory of which everything is filled in.
public final class Phonebook {

    public static final AuthorityCode CENTRAL_XA = AuthorityCode.parse("xa.central.justice");
    public static final AuthorityCode CENTRAL_XC = AuthorityCode.parse("xc.central.justice");
    public static final AuthorityCode POLICE_XC = AuthorityCode.parse("xc.police.border");

    private static final WorkingCalendar OF_XA = new WorkingCalendar(
            "+01:00",
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(16, 30),
            Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1)));

    private static final Listing FULL = new Listing(
            new Competence(
                    Set.of(AuthorityFunction.MLA, AuthorityFunction.EXTRADITION),
                    Set.of(AuthorityRole.CENTRAL, AuthorityRole.RECEIVING),
                    "the whole State, except the islands"),
            new Reach(
                    "1 Example Square; Capital City, \"XA\"",
                    "Registry, 2 Example Square",
                    List.of(
                            new Phone("+99012345679", true, "duty officer"),
                            new Phone("+99012345670", false, "registry, mornings"),
                            new Phone("+99012345671", true, "")),
                    "=Call first, then send",
                    Optional.of(true),
                    "'Head of unit'"),
            new Demands(
                    List.of("application/pdf", "paper"),
                    Optional.of(true),
                    Optional.of(false),
                    "+ for search",
                    "@none",
                    "-",
                    List.of("https://law.example/mla?a=1,2")),
            Optional.of(LocalDate.of(2026, 10, 1)));

    public static Directory directory() {
        return new Directory(3, ISSUED, EXPIRES, List.of(centralOfXa(), plain(CENTRAL_XC), always()));
    }

    public static Authority centralOfXa() {
        return with(
                authority(CENTRAL_XA),
                "Central Authority, Ministry of Justice of XA",
                new ContactPoint(
                        "+99012345678",
                        "desk@xa.example",
                        false,
                        "Mon, Tue, Fri 08:00-16:30",
                        "+01:00",
                        Optional.of(OF_XA)),
                FULL);
    }

    static Authority plain(AuthorityCode code) {
        return with(authority(code), "Sample authority " + code, DESK, Listing.NOTHING);
    }

    private static Authority always() {
        return with(
                authority(POLICE_XC),
                "Border police",
                new ContactPoint("+99012345677", "police@xc.example", true, "", "-05:00"),
                Listing.NOTHING);
    }

    private static Authority with(Authority one, String name, ContactPoint contact, Listing listing) {
        return new Authority(
                one.code(),
                name,
                one.gateway(),
                Set.of(REQUEST, new MessageKind("MLA-ACK")),
                List.of("en", "zh-Hant"),
                one.maxContentBytes(),
                one.suite(),
                one.signingCertificates(),
                one.encryptionCertificate(),
                contact,
                listing);
    }

    private Phonebook() {}
}
