package org.liaison.gateway;

import java.sql.SQLException;
import org.liaison.routes.gateway.BrokerUnreachable;
import org.liaison.routes.gateway.RegisterExpired;
import org.liaison.seal.KeyUnreachable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/// Our own faults, told apart: what will work again when the machinery does, and what fails for this message alone.
final class Faults {

    private static final String OURS = "org.liaison.";

    private Faults() {}

    /// Whether the machinery failed, so that waiting helps.
    static boolean isMachinery(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean machinery = switch (cause) {
                case BrokerUnreachable _,
                        RegisterExpired _,
                        KeyUnreachable _,
                        VaultUnreachable _,
                        GatewayUnfit _,
                        DataAccessResourceFailureException _,
                        TransientDataAccessException _,
                        TransactionException _ -> true;
                case SQLException sql -> isConnection(sql);
                default -> false;
            };
            if (machinery) return true;
        }
        return false;
    }

    /// For the log: the innermost cause that we named, else its class. A foreign message could quote content.
    static String describe(Throwable fault) {
        String description = fault.getClass().getSimpleName();
        for (Throwable cause = fault; cause != null; cause = cause.getCause())
            description = cause.getClass().getName().startsWith(OURS)
                    ? String.valueOf(cause.getMessage())
                    : cause.getClass().getSimpleName();
        return description;
    }

    /// SQLSTATE classes 08 (connection), 53 (resources), 57 (operator intervention), 58 (system error).
    private static boolean isConnection(SQLException sql) {
        String state = sql.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58");
    }
}
