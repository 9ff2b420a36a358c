package org.liaison.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.liaison.directory.Agreement;
import org.liaison.directory.Channel;
import org.liaison.directory.Family;
import org.liaison.directory.LegalBasis;
import org.liaison.directory.Parties;
import org.liaison.directory.Requirement;
import org.liaison.directory.TimeLimits;

/// What the three States agreed. XA and XC have a treaty of their own, which comes first; the conventions hold between
/// any two.
final class Treaties {

    static final LegalBasis OF_XA_AND_XC = new LegalBasis("BILATERAL:XA-XC-2019");
    static final LegalBasis UNTOC = new LegalBasis("UNTOC+TIP");
    static final LegalBasis COE = new LegalBasis("CoE197");

    private static final Instant UNTOC_IN_FORCE = Instant.parse("2003-12-25T00:00:00Z");
    private static final Instant COE_IN_FORCE = Instant.parse("2008-02-01T00:00:00Z");
    private static final Instant BILATERAL_IN_FORCE = Instant.parse("2019-07-01T00:00:00Z");

    static final List<Agreement> AGREEMENTS = List.of(
            Agreement.of(
                            "XA-XC-2019",
                            Parties.of(Cast.ORIGIN, Cast.DESTINATION),
                            OF_XA_AND_XC,
                            BILATERAL_IN_FORCE,
                            families("MLA", "SPI", "JIT"),
                            Set.of(Channel.CENTRAL, Channel.DIRECT, Channel.ORAL))
                    .requiring(Set.of(Requirement.TRANSLATIONS), List.of())
                    .timed(TimeLimits.DEADLINES, Map.of("acknowledge", "5WD")),
            Agreement.of(
                    "UNTOC-TIP",
                    Parties.any(),
                    UNTOC,
                    UNTOC_IN_FORCE,
                    families(
                            "MLA", "SPI", "EXT", "JIT", "AST", "INT", "NAT", "TRV", "DOC", "WIT", "TA", "BUL", "GPR",
                            "INC", "CON"),
                    Set.of(
                            Channel.CENTRAL,
                            Channel.POLICE,
                            Channel.COORDINATION,
                            Channel.INTERPOL_URGENT,
                            Channel.SERVICES)),
            Agreement.of(
                    "COE197",
                    Parties.any(),
                    COE,
                    COE_IN_FORCE,
                    families("REF", "INC", "NAT", "TRV", "DOC", "CON"),
                    Set.of(Channel.SERVICES)));

    private Treaties() {}

    private static List<Family> families(String... codes) {
        return Stream.of(codes).map(Family::new).toList();
    }
}
