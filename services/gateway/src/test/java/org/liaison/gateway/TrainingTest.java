package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.gateway.Office.Part;
import org.liaison.message.AuthorityCode;
import tools.jackson.databind.JsonNode;

/// A counterpart that answers by itself, and where it must not.
class TrainingTest {

    @TempDir
    static Path folder;

    @Test
    void a_training_partner_acknowledges_and_decides_and_every_answer_says_that_it_is_not_real() throws Exception {
        Network network = Network.get();
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.write(forms.resolve("1-acknowledge.json"), Office.file("referral-ack.json"));
        Files.write(forms.resolve("2-decide.json"), Office.file("referral-decision.json"));
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (BrokerInMemory _ = new BrokerInMemory(network, new HubInMemory(network), port);
                GatewayProgram.Running xa = GatewayProgram.start(
                        Site.configuration(network, Network.GATEWAY_XA, folder.resolve("xa"), port, training(forms)));
                GatewayProgram.Running xc = GatewayProgram.start(Site.configuration(
                        network, Network.GATEWAY_XC, folder.resolve("xc"), port, "  desk: {training: true}\n"))) {
            Office trainee = new Office(xc.url(), xc.firstToken().orElseThrow());
            Office.Reply sent = trainee.submit(
                    Part.form(Office.file("referral.json")),
                    Part.attachment("identity-sheet.pdf", Office.file("identity-sheet.pdf")),
                    Part.field("as", Network.SOCIAL_XC.toString()),
                    Part.field("to", Network.SOCIAL_XA.toString()));
            assertThat(sent.status()).as(new String(sent.body())).isEqualTo(201);
            String theCase = sent.json().path("caseId").stringValue();
            JsonNode played = trainee.until(
                    "/cases/" + theCase, one -> one.path("messages").size() == 3);
            assertThat(played.path("messages").findValuesAsString("kind"))
                    .containsExactlyInAnyOrder("REF-REQ", "REF-ACK", "REF-DEC");
            for (JsonNode message : played.path("messages"))
                if (message.path("direction").stringValue().equals("IN"))
                    assertThat(trainee.get("/messages/"
                                            + message.path("messageId").stringValue())
                                    .json()
                                    .path("form")
                                    .toString())
                            .contains(TrainingScript.MARK.strip());
            assertThat(trainee.get("/messages/" + sent.json().path("messageId").stringValue() + "/paper.pdf")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void only_countries_that_no_state_has_are_ground_for_training() {
        assertThat(TrainingGround.isNobodyReal(AuthorityCode.parse("xa.police.border")))
                .isTrue();
        assertThat(TrainingGround.isNobodyReal(AuthorityCode.parse("zz.police.border")))
                .isTrue();
        for (String real : new String[] {"fr", "de", "cn", "ye", "qa", "za"})
            assertThat(TrainingGround.isNobodyReal(AuthorityCode.parse(real + ".police.border")))
                    .isFalse();
    }

    @Test
    void a_form_that_is_not_complete_is_no_part_of_the_script() throws Exception {
        Path forms = Files.createDirectories(folder.resolve("incomplete"));
        Files.writeString(forms.resolve("1.json"), "{\"kind\": \"REF-ACK\", \"version\": \"1\"}");
        assertThatThrownBy(() -> TrainingScript.read(forms, org.liaison.casework.Forms.shipped()))
                .isInstanceOf(GatewayUnfit.class)
                .hasMessageContaining("not complete");
    }

    private static String training(Path forms) {
        return "  desk: {training: true, training-counterparts: [%s], training-forms: %s}\n"
                .formatted(Network.SOCIAL_XA, forms);
    }
}
