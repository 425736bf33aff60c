using System.Text.RegularExpressions;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Components;

namespace CxFunctions.Tests.Unit.Pages;

/// <summary>The worker's own services are scoped and hold no address of a request: pages must not need either.</summary>
public sealed partial class EveryPageRendersTests
{
    public static TheoryData<string> Pages => [.. EveryPage.All.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_renders_with_the_services_of_the_worker_and_every_form_of_it_says_where_it_goes(string page)
    {
        var html = await EveryPage.All[page](WorkerServices.Renderer);

        Assert.All(Form().Matches(html), form => Assert.Matches(""" action="/[a-z]""", form.Value));
    }

    [Fact]
    public async Task Every_component_of_the_app_is_among_what_was_rendered()
    {
        var seen = new SeenComponents();
        var renderer = WorkerServices.NewRenderer(seen);
        foreach (var page in EveryPage.All.Values)
        {
            await page(renderer);
        }
        var ours = typeof(PageRenderer).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(ComponentBase)) && !t.Name.StartsWith('_'));

        Assert.Equal([], ours.Except(seen.Types).Select(t => t.FullName));
    }

    [GeneratedRegex("<form[^>]*>")]
    private static partial Regex Form();
}
