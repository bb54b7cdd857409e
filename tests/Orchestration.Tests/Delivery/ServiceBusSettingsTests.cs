using System.Globalization;
using System.Text.Json;

namespace Orchestration.Tests.Delivery;

public sealed class ServiceBusSettingsTests
{
    // A lock that ends before the function does gives the lot to a second worker, which finds it busy and comes back for nothing.
    [Fact]
    public void Locks_HostJson_LastLongerThanAFunction()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var serviceBus = host.RootElement.GetProperty("extensions").GetProperty("serviceBus");

        Assert.True(Time(serviceBus.GetProperty("maxAutoLockRenewalDuration")) > Time(host.RootElement.GetProperty("functionTimeout")));
    }

    private static TimeSpan Time(JsonElement value) => TimeSpan.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
