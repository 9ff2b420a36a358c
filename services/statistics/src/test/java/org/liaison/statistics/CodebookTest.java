package org.liaison.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// The codes that forms know are codes that are counted: a code that is added to a form and not
/// here would be counted as not stated, and nobody would notice.
class CodebookTest {

    private static final Path FORMS = Path.of("..", "casework", "src/main/resources/org/liaison/casework/forms");

    @Test
    void every_code_of_the_forms_is_in_the_dictionary() throws IOException {
        check("REF-REQ.1.json", "/properties/account/properties/purposes/items", Variable.EXPLOITATION);
        check("REF-DEC.1.json", "/properties/decision", Variable.REFERRAL_DECISION);
        check("REF-DEC.1.json", "/properties/reason", Variable.DECLINE_REASON);
        check("MLA-DEC.1.json", "/properties/decision", Variable.MLA_DECISION);
        check("common.1.json", "/$defs/groundForRefusal", Variable.GROUND);
        check("common.1.json", "/$defs/offence", Variable.OFFENCE);
        check("MLA-REQ.1.json", "/properties/assistance/items/properties/type", Variable.ASSISTANCE_TYPE);
    }

    private static void check(String form, String pointer, Variable variable) throws IOException {
        JsonNode field = StrictJson.MAPPER
                .readTree(Files.readString(FORMS.resolve(form)))
                .at(pointer);
        List<String> codes = new ArrayList<>();
        field.path("enum").forEach(code -> codes.add(code.asString()));
        assertThat(codes).as(form + pointer).isNotEmpty().allMatch(variable::accepts);
    }
}
