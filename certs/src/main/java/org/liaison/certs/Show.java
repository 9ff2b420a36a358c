package org.liaison.certs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liaison.message.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "show",
        description = "Say what was issued here, or what is in a file, a folder, or under a serial number.")
final class Show extends Task {

    @Parameters(
            paramLabel = "WHAT",
            arity = "0..*",
            description = "Serial numbers, files (.p12, .pem, .crl) or folders; nothing: the whole register.")
    private List<String> what = List.of();

    @Option(names = "--json", description = "Print the facts as JSON.")
    private boolean asJson;

    private final List<Holding> holdings = new ArrayList<>();
    private final List<Path> lists = new ArrayList<>();

    @Override
    void carryOut(PrintWriter out, Instant now) {
        Map<Serial, Holding> register = new LinkedHashMap<>();
        if (Pki.existsIn(dir()) || what.isEmpty())
            pki().holdings().forEach(holding -> register.put(holding.serial(), holding));
        if (what.isEmpty()) holdings.addAll(register.values());
        for (String one : what) find(Pointed.at(one), register);

        if (asJson) json(out, now);
        else text(out, now);
    }

    private void find(Pointed pointed, Map<Serial, Holding> register) {
        switch (pointed) {
            case Pointed.BySerial(Serial serial) -> {
                Holding holding = register.get(serial);
                if (holding == null) throw new PkiRefused("no certificate with serial " + serial + " was issued here");
                holdings.add(holding);
            }
            case Pointed.Certificate certificate ->
                certificate.certificates().forEach(one -> holdings.add(known(one, register)));
            case Pointed.RevocationList list -> lists.add(list.file());
            case Pointed.Folder folder -> folder.content().forEach(one -> find(one, register));
        }
    }

    /// A certificate from elsewhere is shown as far as it speaks for itself.
    private static Holding known(X509Certificate certificate, Map<Serial, Holding> register) {
        Holding holding = register.get(Serial.of(certificate));
        return holding != null && holding.certificate().equals(certificate) ? holding : Holding.foreign(certificate);
    }

    private void text(PrintWriter out, Instant now) {
        if (what.isEmpty()) Listing.print(out, holdings, now);
        else holdings.forEach(holding -> Listing.printWhole(out, holding, now));
        lists.forEach(list -> Listing.printList(out, list));
    }

    private void json(PrintWriter out, Instant now) {
        ObjectNode all = StrictJson.MAPPER.createObjectNode();
        ArrayNode certificates = all.putArray("certificates");
        holdings.forEach(holding -> certificates.add(Listing.json(holding, now)));
        ArrayNode revocationLists = all.putArray("revocationLists");
        lists.forEach(list -> revocationLists.add(Listing.json(list)));
        out.println(StrictJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }
}
