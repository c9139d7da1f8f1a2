import java.util.List;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.common.settings.Setting;
import org.opensearch.plugins.Plugin;

/** One embedded OpenSearch node bound to the loopback address. */
public class OpenSearchNode {

  /** Index templates of Tasklist and Operate carry this setting of the state management plugin, which OpenSearch itself does not know. */
  public static class StateManagementSetting extends Plugin {
    @Override
    public List<Setting<?>> getSettings() {
      return List.of(Setting.simpleString("index.plugins.index_state_management.policy_id", Setting.Property.IndexScope, Setting.Property.Dynamic));
    }
  }

  public static void main(String[] args) throws Exception {
    String http = System.getProperty("local.http");
    OpenSearchRunner node = new OpenSearchRunner();
    node.setMaxHttpPort(-1); // the port that is set, and no other
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        node.close();
      } catch (Exception e) {
        e.printStackTrace();
      }
    }));
    node.onBuild((number, settings) -> {
      settings.put("network.host", "127.0.0.1");
      settings.put("http.host", "127.0.0.1");
      settings.put("transport.host", "127.0.0.1");
      settings.put("http.port", http);
      settings.put("transport.port", System.getProperty("local.transport"));
      settings.put("discovery.type", "single-node");
      settings.put("http.cors.enabled", false);
      settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
      settings.put("node.processors", 2);
    }).build(OpenSearchRunner.newConfigs()
        .clusterName("local")
        .numOfNode(1)
        .basePath(System.getProperty("local.data"))
        .baseHttpPort(Integer.parseInt(http) - 1)
        .pluginTypes(StateManagementSetting.class.getName()));
    Thread.currentThread().join();
  }
}
