package org.liaison.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.directory.Phonebook.CENTRAL_XA;
import static org.liaison.directory.Phonebook.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.directory.Authority;
import org.liaison.message.AuthorityCode;

class ListingTest {

    private static final Instant ISSUED = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2027-02-22T00:00:00Z");
    private static final long SEED = 20261122;

    @ParameterizedTest
    @EnumSource
    void what_is_exported_is_imported_as_it_was(ListingFile format) {
        Merge.Draft draft = taken(merge(format, format.write(directory())));
        assertThat(draft.directory().authorities()).isEqualTo(directory().authorities());
        assertThat(draft.directory().number()).isEqualTo(4);
        assertThat(draft.directory().expires()).isEqualTo(EXPIRES);
        assertThat(draft.added()).isEmpty();
        assertThat(draft.changed()).isEmpty();
    }

    @Test
    void a_cell_of_the_export_never_begins_like_a_formula() {
        String csv = ListingFile.CSV.write(directory());
        assertThat(csv).contains("\"'=Call first, then send\"", "\"'+99012345678\"", "\"'@none\"", "\"'-\"");
        assertThat(csv).doesNotContainPattern("(^|,)\"[=+@-]");
    }

    @Test
    void every_text_comes_back_from_a_cell_as_it_went_in() {
        Random random = new Random(SEED);
        String alphabet = "=+-@'\t\r\nab \uFF1D\uFF20";
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(5); length > 0; length--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            String cell = SpreadsheetSafe.written(text.toString());
            assertThat(SpreadsheetSafe.read(cell)).isEqualTo(text.toString());
            assertThat(cell).doesNotMatch("(?s)[=+@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20-].*");
        }
    }

    @Test
    void a_row_changes_what_its_columns_say_and_leaves_the_rest() {
        Merge.Draft draft = taken(csv("""
                code,phone,languages,specialDocuments
                xa.central.justice,+99000000001,fr; en,
                """));
        Authority before = directory().authority(CENTRAL_XA).orElseThrow();
        Authority after = draft.directory().authority(CENTRAL_XA).orElseThrow();
        assertThat(after.contact().phone()).isEqualTo("+99000000001");
        assertThat(after.languages()).containsExactly("fr", "en");
        assertThat(after.listing().demands().specialDocuments()).isEmpty();
        assertThat(after.listing().reach()).isEqualTo(before.listing().reach());
        assertThat(after.signingCertificates()).isEqualTo(before.signingCertificates());
        assertThat(draft.changed()).containsExactly(CENTRAL_XA);
        assertThat(draft.directory().authorities()).hasSize(3);
    }

    @Test
    void every_bad_cell_is_named_by_line_and_column_and_nothing_is_taken() {
        assertThat(complaints("""
                code,name,country,phone,email,functions,opens,roundTheClock,links
                xa.central.justice,"two
                lines",XC,012,nobody,MLA; TEA,8,maybe,ftp://x
                xc.central.justice,Central Authority,XC,+99000000002,desk@xc.example,MLA,,no,
                xa.central.justice,Again,XA,+99000000002,desk@xc.example,MLA,08:00,no,
                """))
                .containsExactly(
                        "line 2, column country: the country is not that of the code",
                        "line 2, column phone: a phone number is + and 7 to 15 digits (E.164)",
                        "line 2, column email: a contact point's e-mail address looks like desk@example.org",
                        "line 2, column roundTheClock: this is yes or no",
                        "line 2, column opens: an hour of opening or closing looks like 08:30",
                        "line 2, column functions: this is one of MLA, EXTRADITION, TRANSFER_OF_SENTENCED_PERSONS,"
                                + " TRANSFER_OF_PROCEEDINGS, JOINT_INVESTIGATION, ASSET_RECOVERY,"
                                + " TRAFFICKING_IN_PERSONS, VICTIM_REFERRAL, POLICE_COOPERATION, WITNESS_PROTECTION,"
                                + " SMUGGLING_BY_SEA, FIREARMS, CULTURAL_PROPERTY",
                        "line 2, column links: a link begins with https:// and has no semicolon or space",
                        "line 5, column code: line 2 is about the same authority");
    }

    @Test
    void a_name_of_two_lines_is_named_at_its_column() {
        assertThat(complaints("code,name\r\nxa.central.justice,\"two\r\nlines\"\r\n"))
                .containsExactly("line 2, column name: an authority's name is one line of 1 to 200 characters:"
                        + " xa.central.justice");
    }

    @Test
    void a_new_authority_needs_all_that_one_cannot_be_without() {
        assertThat(complaints("code,name\nxa.ngo.shelter,Shelter of XA\n"))
                .containsExactly(
                        "line 2, column gateway: this must not be empty",
                        "line 2, column languages: this must not be empty",
                        "line 2, column maxContentBytes: this must not be empty",
                        "line 2, column suite: this must not be empty",
                        "line 2, column signingCertificates: this must not be empty",
                        "line 2, column encryptionCertificate: this must not be empty",
                        "line 2, column phone: this must not be empty",
                        "line 2, column email: this must not be empty",
                        "line 2, column roundTheClock: this must not be empty",
                        "line 2, column utcOffset: this must not be empty");
    }

    @Test
    void a_new_authority_is_added_to_those_that_are_there() {
        String row = "code,name,gateway,languages,accepts,maxContentBytes,suite,signingCertificates,"
                + "encryptionCertificate,phone,email,roundTheClock,utcOffset\n"
                + "xa.ngo.shelter,Shelter of XA,gateway-xa,en,REF-REQ,1000,hybrid-2026," + "ab".repeat(32)
                + ",AAECAw==,+99000000003,desk@xa.example,yes,+01:00\n";
        Merge.Draft draft = taken(csv(row));
        assertThat(draft.added()).containsExactly(AuthorityCode.parse("xa.ngo.shelter"));
        assertThat(draft.directory().authorities()).hasSize(4);
    }

    @Test
    void a_certificate_of_somebody_else_is_refused() {
        String digest = directory().authority(CENTRAL_XA).orElseThrow().signingCertificates().stream()
                .findFirst()
                .orElseThrow()
                .toHex();
        assertThat(complaints("code,signingCertificates\nxc.central.justice," + digest + "\n"))
                .containsExactly("one signing certificate is listed for xa.central.justice and for xc.central.justice");
    }

    @Test
    void a_list_with_semicolons_between_its_cells_is_read_too() {
        Merge.Draft draft = taken(csv("code;phone;languages\nxa.central.justice;+99000000001;\"fr; en\"\n"));
        assertThat(draft.directory().authority(CENTRAL_XA).orElseThrow().languages())
                .containsExactly("fr", "en");
    }

    @Test
    void a_heading_that_is_none_is_named_by_its_place() {
        assertThat(complaints("name,colour,name\nx,y,z\n"))
                .containsExactly(
                        "line 1, column number 2: there is no column of this name; an export shows them all",
                        "line 1, column name: this column is there twice",
                        "line 1, column code: this column must not be missing");
    }

    @Test
    void a_row_that_is_too_long_is_named_by_its_line() {
        assertThat(complaints("code,name\nxa.central.justice,\"a\nb\",c\n\nxc.central.justice\n"))
                .containsExactly(
                        "line 2: this row has 3 cells, the heading has 2",
                        "line 5: this row has 1 cells, the heading has 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void an_empty_file_is_no_list(String text) {
        assertThat(complaints(text)).containsExactly("the file is empty: it has no heading");
    }

    @Test
    void what_stops_being_csv_is_named_by_the_line() {
        assertThat(complaints("code,name\nxa.central.justice,\"never closed\n"))
                .singleElement()
                .asString()
                .contains("is not CSV");
    }

    @Test
    void json_rows_are_held_to_the_same_rules() {
        assertThat(json("""
                {"listing":"authorities","version":1,"rows":[
                  {"code":"xa.central.justice","roundTheClock":"yes","languages":"en","maxContentBytes":0.5,"x":1},
                  {"code":"xc.central.justice","phone":"012"},
                  7]}"""))
                .containsExactly(
                        "line 1, column roundTheClock: this is true or false",
                        "line 1, column languages: this is a list of texts without semicolons",
                        "line 1, column maxContentBytes: this is a whole number",
                        "line 1: a field has a name of no column; an export shows them all",
                        "line 3: a row is an object");
        assertThat(json("{\"listing\":\"authorities\",\"version\":1,\"rows\":[{\"code\":\"xc.central.justice\","
                        + "\"phone\":\"012\"}]}"))
                .containsExactly("line 1, column phone: a phone number is + and 7 to 15 digits (E.164)");
        assertThat(json("[]")).singleElement().asString().contains("not a listing of version 1");
        assertThat(json("{")).containsExactly("this is not well-formed JSON");
    }

    @Test
    void a_complaint_never_quotes_the_cell() {
        String secret = "Ms Private Person";
        List<String> all = new ArrayList<>();
        for (Column column : Column.values())
            if (column != Column.CODE)
                merge(
                        ListingFile.CSV,
                        "code," + column.heading() + "\nxa.central.justice,\"" + secret + "\u0007\"\n",
                        all);
        assertThat(all).hasSizeGreaterThan(30).noneMatch(line -> line.contains("Private"));
    }

    private static void merge(ListingFile format, String text, List<String> complaints) {
        if (merge(format, text) instanceof Merge.Refused(List<Complaint> found))
            found.forEach(complaint -> complaints.add(complaint.toString()));
    }

    private static Merge csv(String text) {
        return merge(ListingFile.CSV, text);
    }

    private static Merge merge(ListingFile format, String text) {
        return Merge.into(directory(), format, text, new Merge.Terms(4, ISSUED, EXPIRES));
    }

    private static Merge.Draft taken(Merge merge) {
        assertThat(merge).isInstanceOf(Merge.Draft.class);
        return (Merge.Draft) merge;
    }

    private static List<String> complaints(String csv) {
        return refused(csv(csv));
    }

    private static List<String> json(String text) {
        return refused(merge(ListingFile.JSON, text));
    }

    private static List<String> refused(Merge merge) {
        assertThat(merge).isInstanceOf(Merge.Refused.class);
        return ((Merge.Refused) merge)
                .complaints().stream().map(Complaint::toString).toList();
    }
}
