using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Calendars.Writing;
using Orchestration.Http.OpenApi;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>Hands out the blank workbook that a planner begins with: <c>?year=</c> is that of the calendar, next year by default.</summary>
public sealed class DownloadWorkbook(Clocks clocks)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int FirstYear = 2020;
    private const int LastYear = 2100;

    [Function(nameof(DownloadWorkbook))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator)]
    [Describes("Un classeur vierge.", ContentType = Workbook)]
    [HasQuery("year", "Année du calendrier ; la prochaine par défaut.", typeof(int))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/workbook")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var next = clocks.Business.GetUtcNow().Year + 1;
        var asked = request.Query["year"].ToString();
        var year = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is >= FirstYear and <= LastYear ? given : next;
        return Results.File(BlankWorkbook.Create(year), Workbook, string.Create(CultureInfo.InvariantCulture, $"calendrier-{year}.xlsx"));
    }
}
