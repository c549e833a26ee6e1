using Sekisho.Hosting.Cities;

namespace Sekisho.Tests.Executable.Hosting.Cities;

public sealed class CityActsTests
{
    [Fact]
    public void Acts_are_read_in_order_with_what_is_usual_left_out()
    {
        var acts = CityActs.Read("acts.json", """
            // a comment
            [
              { "act": "edition", "file": "first.txt", "publish": false },
              { "act": "acknowledge", "document": "基準", "people": ["p1", "p2"], "method": "paper" },
            ]
            """).Value;
        acts.Select(a => (a.Act, a.Document, a.File, a.Publish, a.Method)).ShouldBe([("edition", null, "first.txt", false, "list"), ("acknowledge", "基準", "", true, "paper")]);
        acts[1].People.ShouldBe(["p1", "p2"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[ { \"act\": \"edition\", \"flie\": \"first.txt\" } ]")]
    [InlineData("[ { \"act\": ")]
    public void What_is_not_of_the_form_is_refused_with_its_line(string text) =>
        CityActs.Read("2025-04-01/acts.json", text).Refusals.Single().WhatHappened.ShouldContain("2025-04-01/acts.json が読めません(行 1)");
}
