using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning;

public sealed class PlanningRulesTests
{
    [Fact]
    public void Validate_Defaults_Succeeds() => Assert.True(Validate(new PlanningRules()).Succeeded);

    [Fact]
    public void File_WithoutOtherSettings_SaysWhatTheDefaultsAre()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "planning.json"), optional: false).Build();
        var rules = new PlanningRules { Headcounts = [] };
        file.GetSection(PlanningRules.Section).Bind(rules);

        var defaults = new PlanningRules { Pressure = { HeldThemes = ["newsletters"] } };
        Assert.Equal(JsonSerializer.Serialize(defaults), JsonSerializer.Serialize(rules));
        Assert.Equal(
            typeof(PlanningRules).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(StringComparer.Ordinal),
            file.GetSection(PlanningRules.Section).GetChildren().Select(child => child.Key).Union(["Blackouts", "Checks"]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Checks:tv-overlap", "Error", null)]
    [InlineData("Checks:tv-overlaps", "Error", "Checks:tv-overlaps is no check")]
    [InlineData("Checks:staff-after-public", "Warning", "Checks:staff-after-public is always an error")]
    [InlineData("Capacity:SmsPerDay", "0", "Capacity:SmsPerDay must be more than 0")]
    public void Validate_OtherSeverities_AllButTheHardRule(string key, string value, string? fault)
    {
        var result = Validate(Bind(key, value));

        Assert.Equal(fault is null, result.Succeeded);
        Assert.True(fault is null || result.FailureMessage!.Contains(fault, StringComparison.Ordinal), result.FailureMessage);
    }

    [Theory]
    [InlineData("Sms:Weekdays", "07:00-20:00", "Sms:Weekdays is 07:00-20:00, outside the bound 08:00-22:00")]
    [InlineData("Sms:Saturday", "10:00-22:30", "Sms:Saturday")]
    [InlineData("Sms:Sunday", "10:00-12:00", "Sms:Sunday must stay empty")]
    [InlineData("Sms:PublicHolidays", "10:00-12:00", "Sms:PublicHolidays must stay empty")]
    [InlineData("Email:Weekdays", "", "Email:Weekdays is missing")]
    [InlineData("ExpiryDays", "-1", "ExpiryDays is -1; 0 to 31")]
    [InlineData("WaveLeadDays", "400", "WaveLeadDays is 400; 0 to 366")]
    [InlineData("WaveTrailDays", "-2", "WaveTrailDays is -2; 0 to 366")]
    public void Validate_SettingThatNoPlanCanFollow_SaysWhich(string key, string value, string fault)
    {
        var result = Validate(Bind(key, value));

        Assert.Contains(PlanningRules.Section + ":" + fault, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_Settings_ReplacesTheDefaultsThatTheyName()
    {
        var rules = Bind("Sms:Weekdays", "08:00-22:00", "Email:Saturday", "", "DefaultStart", "10:30");

        Assert.Equal(TimeWindow.Parse("08:00-22:00"), rules.Sms.Weekdays);
        Assert.Equal(TimeWindow.Parse("10:00-19:00"), rules.Sms.Saturday);
        Assert.Null(rules.Email.Saturday);
        Assert.Equal(new TimeOnly(10, 30), rules.DefaultStart);
        Assert.True(Validate(rules).Succeeded);
    }

    [Fact]
    public void Bind_WindowThatIsNone_Throws() =>
        Assert.ThrowsAny<InvalidOperationException>(() => Bind("Sms:Weekdays", "8h-20h"));

    [Fact]
    public void Json_RoundTrip_KeepsTheHours()
    {
        var rules = Bind("Email:Sunday", "10:00-12:00");

        var json = JsonSerializer.Serialize(rules);

        Assert.Contains("\"10:00-12:00\"", json, StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<PlanningRules>(json)));
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(PlanningRules rules) =>
        new PlanningRulesValidator().Validate(null, rules);

    private static PlanningRules Bind(params string[] settings)
    {
        var rules = new PlanningRules();
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Chunk(2).Select(setting => KeyValuePair.Create(setting[0], (string?)setting[1])))
            .Build()
            .Bind(rules);
        return rules;
    }
}
