package sparkpipelines;

import java.io.IOException;
import java.util.Map;

/** The driver's session, built from what spark-submit was given. */
final class DriverSession {
    private static final String OWN_PACKAGE = "sparkpipelines.";

    private final Object session;

    private DriverSession(Object session) {
        this.session = session;
    }

    /**
     * spark-submit's settings are system properties by now, which {@code SparkConf} reads; ours are added in code, never on a command line,
     * for one of them is the token. So are {@code settings}.
     */
    static DriverSession start(String jobName, String token, JobFolder folder, Map<String, String> settings)
        throws ReflectiveOperationException, IOException {
        Object conf = Reflect.type("org.apache.spark.SparkConf").getConstructor().newInstance();
        // Where nobody names the application, spark-submit takes the main class's name.
        if (get(conf, "spark.app.name", OWN_PACKAGE).startsWith(OWN_PACKAGE)) {
            set(conf, "spark.app.name", jobName);
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            set(conf, setting.getKey(), setting.getValue());
        }
        set(conf, "spark.connect.grpc.binding.address", "127.0.0.1");
        set(conf, "spark.connect.grpc.binding.port", "0");
        set(conf, "spark.connect.authenticate.token", token);

        // What Spark makes here goes into the folder that is deleted even when this JVM is killed. As the folder for temporary files,
        // for Spark warns about spark.local.dir.
        System.setProperty("java.io.tmpdir", folder.spillFolder());

        Object builder = Reflect.type("org.apache.spark.sql.SparkSession").getMethod("builder").invoke(null);
        Reflect.call(builder, "config", conf.getClass(), conf);
        return new DriverSession(Reflect.call(builder, "getOrCreate"));
    }

    Object context() throws ReflectiveOperationException {
        return Reflect.call(session, "sparkContext");
    }

    void stop() throws ReflectiveOperationException {
        Reflect.call(session, "stop");
    }

    private static String get(Object conf, String key, String absent) throws ReflectiveOperationException {
        return (String) Reflect.call(conf, conf.getClass(), "get", new Class<?>[] {String.class, String.class}, key, absent);
    }

    private static void set(Object conf, String key, String value) throws ReflectiveOperationException {
        Reflect.call(conf, conf.getClass(), "set", new Class<?>[] {String.class, String.class}, key, value);
    }
}
