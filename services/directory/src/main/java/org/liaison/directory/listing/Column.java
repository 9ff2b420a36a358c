package org.liaison.directory.listing;

import static org.liaison.directory.listing.Column.Shape.FLAG;
import static org.liaison.directory.listing.Column.Shape.LIST;
import static org.liaison.directory.listing.Column.Shape.NUMBER;
import static org.liaison.directory.listing.Column.Shape.TEXT;

import java.util.Arrays;
import java.util.Optional;

/// The columns of a listing, in the order in which they are written. A file may leave columns out and put them in any
/// order; `code` it must have.
public enum Column {
    CODE("code", TEXT),
    NAME("name", TEXT),
    COUNTRY("country", TEXT),
    KIND("kind", TEXT),
    FUNCTIONS("functions", LIST),
    ROLES("roles", LIST),
    TERRITORY("territory", TEXT),
    POSTAL_ADDRESS("postalAddress", TEXT),
    REQUESTS_TO("requestsTo", TEXT),
    CONTACT_FUNCTION("contactFunction", TEXT),
    PHONE("phone", TEXT),
    EMAIL("email", TEXT),
    ROUND_THE_CLOCK("roundTheClock", FLAG),
    OFFICE_HOURS("officeHours", TEXT),
    UTC_OFFSET("utcOffset", TEXT),
    ZONE("zone", TEXT),
    WORKING_DAYS("workingDays", LIST),
    OPENS("opens", TEXT),
    CLOSES("closes", TEXT),
    HOLIDAYS("holidays", LIST),
    PHONES("phones", LIST),
    URGENT_PROCEDURE("urgentProcedure", TEXT),
    ACCEPTS_VIA_INTERPOL("acceptsViaInterpol", FLAG),
    LANGUAGES("languages", LIST),
    ACCEPTS("accepts", LIST),
    FORMATS("formats", LIST),
    ENCRYPTION_REQUIRED("encryptionRequired", FLAG),
    SIGNATURE_REQUIRED("signatureRequired", FLAG),
    DUAL_CRIMINALITY("dualCriminality", TEXT),
    USE_LIMITATION("useLimitation", TEXT),
    SPECIAL_DOCUMENTS("specialDocuments", TEXT),
    LINKS("links", LIST),
    LAST_VERIFIED("lastVerified", TEXT),
    GATEWAY("gateway", TEXT),
    SUITE("suite", TEXT),
    MAX_CONTENT_BYTES("maxContentBytes", NUMBER),
    SIGNING_CERTIFICATES("signingCertificates", LIST),
    ENCRYPTION_CERTIFICATE("encryptionCertificate", TEXT);

    /// How a cell is written: a text; several texts (in CSV with semicolons between them); yes or no (in JSON true or
    /// false); a whole number.
    enum Shape {
        TEXT,
        LIST,
        FLAG,
        NUMBER
    }

    private final String heading;
    private final Shape shape;

    Column(String heading, Shape shape) {
        this.heading = heading;
        this.shape = shape;
    }

    public String heading() {
        return heading;
    }

    Shape shape() {
        return shape;
    }

    static Optional<Column> of(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.heading.equals(heading))
                .findFirst();
    }
}
