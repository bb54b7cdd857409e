using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns.Control;
using Orchestration.Pages;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard;

/// <summary>Begins pages of the dashboard, with what every one of them shows.</summary>
public sealed class DashboardPages(Antiforgery antiforgery, ControlStore control)
{
    /// <param name="context">Of the function that answers: knows the caller.</param>
    /// <param name="request">What it answers.</param>
    /// <param name="title">Of the document, and its first heading.</param>
    /// <param name="section">Marked in the menu.</param>
    /// <param name="cancellation">Stops.</param>
    /// <param name="style">More than the look of the dashboard; null for that alone.</param>
    internal async Task<DashboardPage> StartAsync(
        FunctionContext context, HttpRequest request, string title, DashboardSection section, CancellationToken cancellation, StyleSheet? style = null)
    {
        var caller = context.Caller();
        return new DashboardPage(title, section, caller, antiforgery.TokenOf(request, caller))
        {
            Http = request.HttpContext,
            Style = style ?? DashboardStyle.Sheet,
            Stop = (await control.ReadAsync(cancellation)).Stop,
            Done = Flash.Read(request),
        };
    }

    /// <summary>A page that says what is wrong, and the way back.</summary>
    internal async Task<IResult> RefuseAsync(
        FunctionContext context, HttpRequest request, int status, string title, string why, CancellationToken cancellation, string back = PageAnswers.Home)
    {
        var page = await StartAsync(context, request, title, DashboardSection.Sends, cancellation);
        page.Markup.Add($"""
            <p class="card error">{why}</p>
            <p><a href="{back}">Revenir</a></p>
            """);
        return page.Answer(status);
    }
}
