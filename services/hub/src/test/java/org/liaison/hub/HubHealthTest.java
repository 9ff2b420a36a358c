package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.database.Database;

/// Readiness says which machine is away; liveness does not have the hub restarted for it.
class HubHealthTest {

    private static final String READY = "/actuator/health/readiness";
    private static final String ALIVE = "/actuator/health/liveness";

    @TempDir
    Path folder;

    @Test
    void a_broker_that_stopped_is_said() throws Exception {
        try (HubProgram.Running hub = start()) {
            assertThat(OperationsTest.get(hub.managementPort(), READY).statusCode())
                    .isEqualTo(200);
            hub.part(Broker.class).close();
            OperationsTest.await(() -> status(hub, READY) == 503);
            HttpResponse<String> ready = OperationsTest.get(hub.managementPort(), READY);
            assertThat(ready.body()).contains("\"broker\":\"is not up\"");
            assertThat(status(hub, ALIVE)).isEqualTo(200);
        }
    }

    @Test
    void a_database_that_stopped_is_said() throws Exception {
        try (HubProgram.Running hub = start()) {
            hub.part(Database.class).close();
            OperationsTest.await(() -> status(hub, READY) == 503);
            assertThat(OperationsTest.get(hub.managementPort(), READY).body()).contains("the database does not answer");
            assertThat(status(hub, ALIVE)).isEqualTo(200);
        }
    }

    private HubProgram.Running start() {
        return HubProgram.start(Town.found(folder).hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
    }

    private static int status(HubProgram.Running hub, String path) {
        try {
            return OperationsTest.get(hub.managementPort(), path).statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
