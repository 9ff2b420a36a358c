package org.liaison.signin;

import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/// A site that many tests share, and for each test an officer of its own who has enrolled there, with a browser.
///
/// Nobody counts on the time: other tests move the site's clock forward.
@ExtendWith(OpenSite.class)
abstract class OfficerAtSite {

    final Site site;
    final String login = "p" + UUID.randomUUID().toString().substring(0, 8);
    final Person person;
    final Visitor visitor;

    OfficerAtSite(Site site) {
        this.site = site;
        // Tries are counted by address too, and all tests come from one.
        site.sql().sql("delete from signin_attempts").update();
        person = site.person(login, new Grant(Role.OFFICER, Site.AUTHORITY));
        visitor = new Visitor(site);
    }
}
