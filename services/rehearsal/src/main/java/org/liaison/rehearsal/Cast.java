package org.liaison.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.liaison.casework.KindOfMessage;
import org.liaison.directory.ContactPoint;
import org.liaison.directory.Listing;
import org.liaison.directory.Rule;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Country;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;

/// Who plays: three States that do not exist, their authorities, and what these may write to each other.
public final class Cast {

    /// Where the victim comes from.
    static final Country ORIGIN = new Country("XA");
    /// Where she was taken through.
    static final Country TRANSIT = new Country("XB");
    /// Where she was found.
    static final Country DESTINATION = new Country("XC");

    public static final AuthorityCode SOCIAL_OF_ORIGIN = AuthorityCode.parse("xa.social.welfare");
    public static final AuthorityCode SOCIAL_OF_DESTINATION = AuthorityCode.parse("xc.social.welfare");
    public static final AuthorityCode POLICE_OF_TRANSIT = AuthorityCode.parse("xb.police.border");
    public static final AuthorityCode CENTRAL_OF_ORIGIN = AuthorityCode.parse("xa.central.justice");
    public static final AuthorityCode CENTRAL_OF_DESTINATION = AuthorityCode.parse("xc.central.justice");

    static final List<Member> MEMBERS = List.of(
            member("xa.police.antitrafficking", "Anti-Trafficking Unit of the Police of XA", "+442079460011", true),
            member("xa.prosecutor.general", "Office of the Prosecutor General of XA", "+442079460012", false),
            member("xa.central.justice", "Central Authority, Ministry of Justice of XA", "+442079460013", false),
            member("xa.social.welfare", "National Office for Social Welfare of XA", "+442079460014", false),
            member("xb.police.border", "Border Police of XB", "+442079460015", true),
            member("xb.prosecutor.general", "Prosecution Service of XB", "+442079460016", false),
            member("xb.central.justice", "Central Authority, Ministry of Justice of XB", "+442079460017", false),
            member("xb.social.welfare", "Agency for Social Protection of XB", "+442079460018", false),
            member("xc.police.antitrafficking", "Trafficking Investigations, Police of XC", "+442079460019", true),
            member("xc.prosecutor.general", "Public Prosecutor's Office of XC", "+442079460020", false),
            member("xc.central.justice", "Central Authority, Department of Justice of XC", "+442079460021", false),
            member("xc.social.welfare", "Victim Support Service of XC", "+442079460022", true));

    static final List<String> ADMINISTRATORS = List.of("admin-one", "admin-two");

    /// Whatever one kind of authority may send and another may receive; the agreements of the States say between whom.
    static final List<Rule> RULES = rules();

    private Cast() {}

    /// One authority as the directory is to show it.
    record Member(
            AuthorityCode code,
            String name,
            Suite suite,
            List<String> languages,
            ContactPoint contact,
            Listing listing) {

        /// The kinds of message that some rule lets somebody send here.
        List<MessageKind> accepts() {
            return RULES.stream()
                    .filter(rule -> rule.toKind() == code.kind())
                    .flatMap(rule -> rule.kinds().stream())
                    .distinct()
                    .toList();
        }
    }

    public static List<GatewayCode> gateways() {
        return Stream.of(ORIGIN, TRANSIT, DESTINATION).map(Cast::gatewayOf).toList();
    }

    static GatewayCode gatewayOf(Country state) {
        return new GatewayCode("gateway-" + state.code().toLowerCase(Locale.ROOT));
    }

    static GatewayCode gatewayOf(AuthorityCode authority) {
        return gatewayOf(authority.country());
    }

    public static List<AuthorityCode> authoritiesAt(GatewayCode gateway) {
        return MEMBERS.stream()
                .map(Member::code)
                .filter(code -> gatewayOf(code).equals(gateway))
                .toList();
    }

    static String nameOf(AuthorityCode code) {
        return MEMBERS.stream()
                .filter(member -> member.code().equals(code))
                .map(Member::name)
                .findFirst()
                .orElse(code.toString());
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (AuthorityKind from : AuthorityKind.values())
            for (AuthorityKind to : AuthorityKind.values()) {
                List<MessageKind> kinds = KindOfMessage.all().stream()
                        .filter(kind -> kind.senders().contains(from)
                                && kind.recipients().contains(to))
                        .map(KindOfMessage::code)
                        .toList();
                if (!kinds.isEmpty())
                    rules.add(Rule.between(from, to, kinds, Treaties.UNTOC, Treaties.COE, Treaties.OF_XA_AND_XC));
            }
        return List.copyOf(rules);
    }

    /// The border police of XB keep their keys in older hardware, so that both suites are seen at work. Telephone
    /// numbers are from ranges kept for fiction.
    private static Member member(String code, String name, String phone, boolean roundTheClock) {
        AuthorityCode authority = AuthorityCode.parse(code);
        Suite suite =
                authority.kind() == AuthorityKind.POLICE && authority.country().equals(TRANSIT)
                        ? Suite.CLASSIC_2026
                        : Suite.HYBRID_2026;
        return new Member(
                authority,
                name,
                suite,
                Offices.languages(authority),
                Offices.contact(authority, phone, roundTheClock),
                Offices.listing(authority));
    }
}
