package frontdesk;

import java.io.IOException;
import java.net.URI;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the helpers of tests out of the scan of a server that is started from the test classes. */
public final class OnlyTheProduct extends TypeExcludeFilter {

  private static final URI TESTS =
      URI.create(
          "file:"
              + OnlyTheProduct.class.getProtectionDomain().getCodeSource().getLocation().getPath());

  @Override
  public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
    return reader.getResource().getURI().toString().startsWith(TESTS.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OnlyTheProduct;
  }

  @Override
  public int hashCode() {
    return OnlyTheProduct.class.hashCode();
  }
}
