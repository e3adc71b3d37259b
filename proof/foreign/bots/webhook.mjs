// The same library in its documented webhook way, behind a server of its own on any free port.
import { createServer } from "node:http";
import { Bot, webhookCallback } from "grammy";

const bot = new Bot(process.env.BOT_TOKEN, { client: { apiRoot: process.env.BOT_API } });
bot.command("start", (ctx) => ctx.reply("Lewat webhook"));
bot.on("message:text", (ctx) => ctx.reply(`Anda menulis: ${ctx.message.text}`));

const secretToken = "rahasia-webhook_1";
const server = createServer(webhookCallback(bot, "http", { secretToken }));
server.listen(0, "127.0.0.1", () =>
  bot.api.setWebhook(`http://127.0.0.1:${server.address().port}/`, { secret_token: secretToken }));
